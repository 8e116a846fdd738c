"""How the names of departments are shortened: the short form first, then what it stands for."""

from duixian.compiler.lexicon import words

SHORT_NAMES = tuple(
    tuple(line.split())
    for line in """
    卫健委 卫生健康委 卫生健康委员会
    卫健局 卫生健康局
    卫计委 卫生计生委 卫生和计划生育委员会
    发改委 发展改革委 发展和改革委员会
    发改局 发展改革局 发展和改革局
    人社局 人力社保局 人力资源社会保障局 人力资源和社会保障局
    人社厅 人力资源社会保障厅 人力资源和社会保障厅
    住建局 住房城乡建设局 住房和城乡建设局
    住建厅 住房城乡建设厅 住房和城乡建设厅
    自规局 自然资源规划局 自然资源和规划局
    工信局 工业信息化局 工业和信息化局
    市监局 市场监管局 市场监督管理局
    文旅局 文化旅游局 文化和旅游局
    文广旅局 文化广电旅游局 文化广电和旅游局
    教体局 教育体育局 教育和体育局
    科技局 科学技术局
    交通局 交通运输局
    应急局 应急管理局
    医保局 医疗保障局
    退役军人局 退役军人事务局
    城管局 城市管理局
    食药监局 食品药品监管局 食品药品监督管理局
    机关事务局 机关事务管理局
    残联 残疾人联合会
    妇联 妇女联合会
    """.strip().splitlines()
)
# What stands before a department's own name.
LEVEL_MARKS = words("自治区 自治州 自治县 地区 省 州 市 县 区 盟 旗 镇 乡")
