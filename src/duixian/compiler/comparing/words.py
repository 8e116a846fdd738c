"""Words that tell targets apart, whatever the region: data only."""

# Words of one group exclude each other: pipes for heating are not pipes for gas. Alternatives of one meaning share an
# entry.
CONTRASTS: tuple[tuple[str, ...], ...] = (
    ("农村|乡村|村级|农户|行政村|自然村", "城镇|城市|城区|市政"),
    ("供热|供暖|热力", "燃气|天然气", "供水|饮水|自来水", "排水|污水|雨水", "供电|电网|电力"),
    ("老年|老人|养老|高龄", "残疾", "儿童|婴幼儿|托育|托位", "中小学|学生", "妇女|女性", "农民工", "退役军人|优抚",
     "毕业生", "失业", "就业困难", "牧民|农牧民", "脱贫"),
    ("幼儿园|学前", "小学生|(?<!中)小学", "初中", "高中", "高校|大学"),
    ("煤改电", "煤改气"),
    ("公办", "民办", "普惠"),
    ("涂氟", "窝沟封闭", "视力|近视", "脊柱", "心理"),
    ("公租房|公共租赁", "保障性租赁|保租房", "棚户区", "老旧小区", "商品房", "抗震"),
    ("一期", "二期", "三期"),
    ("安防|安全防护|生命防护|安全生产防护", "危桥|桥梁", "通硬化路|硬化路", "大中修", "通三级"),
    ("电梯", "充电", "停车", "管网", "公厕|厕所", "公园", "路灯"),
    ("博物馆", "图书馆|读书|阅读", "文化馆", "体育", "科普", "戏曲"),
    ("招聘", "演出", "展览", "讲座", "比赛|赛事|大赛|竞赛"),
    ("床位", "学位", "托位", "泊位|车位", "岗位"),
)  # fmt: skip

# What is done. Two targets whose work is of different kinds only are not taken for one: to build is not to renew.
ACTIONS: tuple[tuple[str, str], ...] = (
    ("renew", "改造|维修|养护|修缮|加固|更新|翻新|治理|改建|改扩建"),
    ("build", "新建|新改建|建设|建成|新增|增加|开工|续建|打造|设立|布局|筹集|建造|新[（(]"),
    ("train", "培训|轮训"),
    ("assess", "排查|筛查|评估|鉴定|检测|监测|检查"),
    ("employ", "就业|务工|招聘|去向落实"),
    ("serve", "服务|救助|康复|发放|补贴|资助"),
    ("perform", "演出|巡演|展览|活动|比赛|赛事"),
)

# Two wordings of one thing, the shorter one kept.
SYNONYMS: tuple[tuple[str, str], ...] = (
    ("饮水", "供水"),
    ("安全生命防护|生命安全防护|安全生产防护|安全防护", "安防"),
    ("老人(?!家)", "老年人"),
    ("疗休养", "疗养"),
    ("公共租赁住房|公租住房", "公租房"),
    ("保障性住房租赁|保租房", "保障性租赁住房"),
    ("(?:应届)?(?:普通)?高等?学?校毕业生", "高校毕业生"),
    ("助餐服务点|助餐点", "助餐点"),
)

# Words that say nothing about which thing is meant; left out before two objects are laid side by side.
IDLE = (
    r"(?:等)?(?:建设|改造|维修|养护|提升|整治|治理|更新|修缮|服务|推广)*(?:项目|工程|任务|规模|里程|数量|总数|工作|行动)$"
    r"|^(?:新增|新建|改建|改造|完成|实施|建设|全[省市县区州疆]|各族|各类|累计|继续)|[“”\"‘’《》（）()\[\]【】、，\s—–~～·-]"
)
# Words around a number that stand there whatever is promised.
AROUND = (
    "为|对|向|给|使|让|实施|进行|开展|组织|提供|完成|全年|当年|累计|计划|力争|争取|确保|实现|推进|推动|达到|保持|其中"
    "|不少于|不低于|不超过|以上|以下|左右|至少|约|全[省市县区州盟旗]|[州市]直|以内|[个名人户所处座家套]"
)
# An action that ends an object says what is done with it, not what it is: 危桥改造 is about 危桥.
ACTION_END = r"(?<=..)(?:改造|建设|维修养护|维修|养护|新建|改建|改扩建|整治|治理|更新|修缮|任务|项目|工程)$"

# Units that count the same things; the first is the one that numbers are compared in.
KIN_UNITS: tuple[tuple[str, ...], ...] = (
    ("个", "所", "家", "处", "座", "项", "片"),
    ("人", "名", "位", "人口"),
    ("人次", "人份"),
    ("公里", "千米", "km", "㎞"),
    ("平方米", "㎡", "m²", "m2"),
    ("立方米", "m³"),
    ("场", "场次"),
    ("户", "家庭", "住户", "农户"),
    ("栋", "幢"),
    ("台", "部", "台套"),
)

# Whole of the document's own place: such a place says nothing more.
WHOLE = r"(?:全[省市县区州盟旗域镇乡疆国]|(?:自治)?[省市县区州](?:直|本级|内)|辖区内|疆内)(?:\d+个县(?:市|（市）)?)?"

# People and their homes: who is served says little of what is promised; the words around decide.
PEOPLE = r"(?:[人民生童员者女工兵婴幼户]|家庭|对象|群体|群众|人口)$"

# Who set a part of a total, by the rank of the document (1 province … 4 township): the level above it, or itself.
FROM_ABOVE = (
    "中央|国家",
    "中央|国家|自治区|省级|省(?:里|厅|定)|上级",
    "中央|国家|自治区|省级|自治州|州级|市级|地区|上级",
    "中央|国家|自治区|省级|自治州|州级|市级|县级|区级|上级",
)
ITS_OWN = (
    "自治区|省级|本级|自行|自筹|自主|自我加压|增加|新增|另行",
    "自治州|州级|市级|地区|本级|自行|自筹|自主|自我加压|增加|新增|另行",
    "县级|县本级|区级|市级|本级|自行|自筹|自主|自我加压|增加|新增|另行",
    "镇级|乡级|镇里|乡里|街道|本级|自行|自筹|自主|自我加压|增加|新增|另行",
)
