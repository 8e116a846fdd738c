"""How the names of bodies end and begin: what signs a document, what is given a task."""

from duixian.compiler.lexicon import words

# A signature line ends so.
SIGNING_ENDS = words("""
    人民政府 人民政府办公厅 人民政府办公室 政府办公室 政府办公厅 委员会 办公厅 办公室 管委会 管理委员会 领导小组
    指挥部 局 厅 委 部 联合会 总工会 中心 督查室 行政公署 行署 街道办事处 政府 联席会议
""")
# How the name of a body that can be given a task ends.
BODY_ENDS = words("""
    局 厅 委 委员会 部 办 办公室 处 室 院 会 联 协 政府 中心 支队 大队 总队 队 公司 集团 银行 学校 医院 学院 大学
    单位 部门 站 所 馆 社 管委会 办事处 街道 镇 乡 县 市 区 州 旗 盟 师 团 场 机构 小组 指挥部 专班 企业 网 厂 台 园
    府 校 党校 军分区 海关 基金会 行 税务 公积金 支行 分行 县市 乡镇 县区 市区 区县 苏木 嘎查 村 社区 主体
""")
# Levels of government that stand before a body's name and are written once for a list.
LEVELS = words("自治区 自治州 地区 省 州 市 县 区 盟 旗 镇 乡 师")
# Words that begin with a level's character and are none.
NO_LEVELS = words("""
    市场 市政管理 市政公用 市政园林 市政工程 市政设施 市政维护 市政养护 市政局 市政处 市政所 市政集团 市政公司 市政和
    市容 市民服务 市民中心 市民热线 市民之家 市民广场 市民活动 市区 市县 市直 区域 区县 州县 县市 县区 县域 县直 乡村
    乡镇 镇街 省市两 省市有 省市相 省市各 省市县 省直 州直 师范 师资 区直 旗县 旗直 盟市 盟直 地区性
""")
# Words that end with a level's character and are no place.
NO_PLACES = words("""
    城市 城镇 集镇 社区 园区 景区 开发区 街区 小区 分区 县市 市县 城乡 辖区 校区 灾区 牧区 山区 库区 矿区 林区 城区
    超市 都市 军区 新区 高新区 经开区 保税区 示范区 管理区 合作区 工业区 保护区 功能区 度假区 风景区 旅游区 各市
    各县 各区 各州 全市 全县 全州 全区 各盟 各旗 县区 市区 地市 州市 片区 产业区 区县 县级市
""")
# A name that begins so stands on its own: no level is given to it.
OWN_NAMES = words("""
    各 有关 相关 其他 其它 全 所有 国家 国网 中国 中共 人民银行 人行 兵团 武警 团省委 团市委 团州委 团县委 团区委
    共青团 驻 沿线 项目 涉及 本 属地 中央 乡镇 县市 县区 市县 街道 区县 镇街 新华 中石 农发 成员 建设单位 施工 承建
    责任 牵头 省级 市级 县级 州级 区级 乡级 镇级
""")
# What a level's own firms do: 市供水公司 is meant by 供水公司 in a list of the city's bodies.
LEVEL_FIRMS = words(
    "供水 供电 自来水 水务 公交 公共交通 城投 交投 建投 水投 农投 文旅 燃气 热力 供热 环卫 城建投资 保障房"
)
