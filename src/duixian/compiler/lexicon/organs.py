"""How the names of bodies end and begin: what signs a document, what is given a task."""

from duixian.compiler.lexicon import words

# A signature line ends so.
SIGNING_ENDS = words("""
    人民政府 人民政府办公厅 人民政府办公室 政府办公室 政府办公厅 委员会 办公厅 办公室 管委会 管理委员会 领导小组
    指挥部 局 厅 委 部 联合会 总工会 中心 督查室 行政公署 行署 街道办事处 政府 联席会议
""")
