"""What portals print around a document: navigation, tools, recommended links, notices of their own."""

from duixian.compiler.lexicon import words

# A line that begins like this is the portal's, wherever it stands.
NOISE_BEGINS = words("""
    特别声明 免责声明 版权声明 版权所有 相关推荐 相关阅读 相关文章 相关链接 相关稿件 相关新闻 相关信息 相关解读
    推荐阅读 热点推荐 猜你喜欢 延伸阅读 更多精彩 上一篇 下一篇 上一条 下一条 扫一扫 扫码 分享到 分享至 打印本页
    关闭窗口 【打印 【关闭 [打印 [关闭 责任编辑 编辑: 编辑： 【编辑 [编辑 (责任编辑 （责任编辑 (编辑 （编辑 Notice:
    Copyright copyright © 京ICP ICP备 备案号 网站标识码 网站地图 无障碍 技术支持 联系我们 关于我们 网站声明 热门推荐
    热门文章 最新文章 最新资讯 您当前 当前位置 您的位置 首页 网易首页 返回顶部 返回首页 字体: 字体： 【字体 [字体
    字号 【字号 浏览次数 阅读次数 点击数 访问量 声明: 声明： 本文来源 原标题
    来源: 来源： 文章来源 信息来源 【来源 (来源 （来源 稿件来源 网站首页 热搜 热门排行 热门新闻 友情链接 我要纠错
    附件下载 下载附件 文件下载 相关附件 相关文档 相关文件 政策解读: 政策解读： 图解: 图解： 收藏本页 站点地图
    【我要 [我要 我来说两句 网友评论 分享： 分享: 阅读原文 点击查看 展开全文
""")
# A short line that begins like this is a button of the page; a sentence may begin so too (注册护士…, 关闭小煤矿…).
BUTTONS = words("""
    收藏 点赞 评论 举报 登录 注册 搜索 打印 关闭 保存 纠错 朗读 语音播报 听全文 手机版 微信公众号 收起 展开
""")
# A short line that holds one of these is a page's foot.
NOISE_WITHIN = words("""
    ICP备 公网安备 网站标识码 版权所有 网安备 客户端下载 无障碍浏览 备案序号
""")
# The portal's own record of a document: kept out of the text, though a number or a day may be read from it.
RECORD_BEGINS = words("""
    索引号 发文机关 发文单位 发布机构 发布单位 公开主体 主题分类 体裁分类 文号 发文字号 发布日期 发布时间 成文日期
    发文日期 生成日期 公开日期 公开时间 信息名称 标题 名称 主题词 有效性 公开方式 公开范围 公文时效 信息索引 时间:
    时间： 日期: 日期： 作者 组配分类 公文种类 信息分类 废止日期 生效日期 效力状态 关键词 内容概述
""")
# A report in the press shows itself by one of these.
PRESS_CUES = words("""
    记者 讯： 讯: 日讯 本报讯 本网讯 日电 新闻发布会 新闻网 日报 晚报 融媒体 通讯员 采访 介绍说 据悉 据了解 报道
""")
# How the names of papers, stations and sites end.
PAPERS = words("""
    日报 晚报 早报 晨报 时报 商报 都市报 新报 周报 快报 农民报 广播电视台 电视台 广播台 新闻网 融媒体中心 融媒体 融媒
    在线 新闻中心 政府网 通讯社 客户端 传媒 网
""")
