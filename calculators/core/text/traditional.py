"""Traditional characters of headings, states and labels, as the simplified ones of known words."""

# Traditional and simplified in turn: those that the known words have, and their like.
_PAIRS = (
    "專专與与業业東东個个為为爲为書书買买從从倉仓價价會会傳传體体餘余關关內内況况凍冻幾几劃划別别則则"
    "辦办務务動动單单賣卖卻却參参發发變变號号後后嗎吗報报墊垫備备復复複复處处實实寶宝對对導导屬属應应庫库"
    "開开異异歸归當当錄录態态總总戶户執执掃扫據据換换攔拦揀拣攬揽撥拨數数無无時时顯显條条來来標标權权沒没"
    "註注滿满點点狀状現现產产電电碼码礎础確确稱称稅税種种積积簽签籤签類类紅红約约級级納纳線线細细終终經经"
    "結结統统維维編编繳缴網网聯联節节營营補补裏里裡里規规視视計计訂订認认議议記记設设證证評评詳详訴诉試试"
    "請请諾诺責责賬账帳账貨货購购貼贴費费資资賠赔贈赠贊赞軌轨轉转輸输過过運运進进還还這这違违遲迟遞递選选"
    "郵邮採采錢钱鋪铺銷销長长間间階阶際际險险頁页預预頻频題题額额風风駁驳驗验駐驻麼么閉闭減减優优臺台滯滞"
    "暫暂損损虛虚雙双給给達达擊击鐘钟週周罰罚筆笔檢检兩两萬万幣币誤误顧顾糾纠紛纷協协調调領领區区門门圖图"
    "匯汇彙汇項项張张準准億亿圓圆塊块續续環环潤润貳贰陸陆淨净虧亏賺赚績绩"
    "並并亞亚佔占併并係系倫伦傭佣僅仅償偿儲储冊册刪删員员問问啟启啓启噸吨嚴严國国團团圍围堅坚場场夠够獎奖學学寧宁審审寫写將将帶带廠厂廢废廣广徑径掛挂擬拟敗败斷断於于昇升曆历歷历棄弃極极樣样機机櫃柜歐欧滙汇測测獨独"
    "獲获畢毕監监盤盘盧卢禮礼眾众範范簡简紐纽紙纸紮扎組组絕绝綁绑緩缓縮缩聲声臨临舉举舊旧薦荐藥药蘇苏蘭兰蝦虾裝装製制覈核訖讫託托訪访許许詐诈詢询話话該该說说論论謝谢識识護护讀读貓猫負负財财貴贵質质車车較较載载輛辆"
    "連连遜逊遠远適适邊边釐厘釦扣銀银銖铢錯错鎊镑鎖锁閑闲閒闲隻只離离難难雲云韓韩頂顶須须頭头顏颜餓饿馬马魚鱼鮮鲜麵面黃黄髮发"
)
_SIMPLIFIED = str.maketrans(_PAIRS[::2], _PAIRS[1::2])
# 份 alone is simplified, too: 月份, 份额.
_PART, _PART_SIMPLIFIED = "部份", "部分"


def simplified(text: str) -> str:
    """``text`` with the traditional characters that known words have as simplified ones."""
    if text.isascii():
        return text
    return text.translate(_SIMPLIFIED).replace(_PART, _PART_SIMPLIFIED)
