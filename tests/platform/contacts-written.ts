import type { LeakKind } from '#app/platform/leaks.ts'

/** Ways in which people write a contact into a text that should not hold one, collected by kind. */
export const ways: Record<Exclude<LeakKind, 'person' | 'organisation' | 'address'>, string[]> = {
  email: [
    'taro@firm.example', 'taro.yamada@firm.co.jp', 'TARO@FIRM.CO.JP', 'zhang_wei88@163.com', '12345678@qq.com', 'zhang-wei@sina.com.cn', 'info+cn@firm.org', 'a.b.c@sub.firm.ne.jp',
    'ｔａｒｏ＠ｆｉｒｍ．ｃｏ．ｊｐ', 'taro＠firm.co.jp', 'taro @ firm . co . jp', 'taro ＠ firm．com', 'taro﹫firm.com', 'taro(at)firm.com', 'taro[at]firm.com', 'taro（at）firm.com',
    'taro【at】firm.com', 'taro【@】firm.com', 'taro(アット)firm.com', 'taroアットマークfirm.com', 'taro アット firm ドット com', 'taro at firm dot com', 'taro (at) firm (dot) com', 'taro[at]firm[dot]co[dot]jp',
    'zhangwei艾特163点com', 'zhangwei 艾特 qq 点 com', 'zhangwei圈a163点com', 'zhangwei@163。com', 'zhangwei@163点com', 'zhangwei＠１６３．ｃｏｍ', 'zhangwei#163.com', 'taro★firm.com', 'taro☆firm.co.jp',
    't a r o @ f i r m . c o m', 'z h a n g @ 1 6 3 . c o m', 'ta\u200bro@fi\u200brm.com', 'taro@firm,com', 'taro@firm・co・jp', 'taro_at_firm.com', 'ⓣⓐⓡⓞ@ⓕⓘⓡⓜ.com', '𝐭𝐚𝐫𝐨@𝐟𝐢𝐫𝐦.𝐜𝐨𝐦',
    'zhangwei88@qq', '12345678 qq邮箱', '163邮箱zhangwei88', '邮箱：zhangwei88', 'メール：taro77', 'mailto:taro@firm.com', '＜taro@firm.co.jp＞', '见taro@firm.com。', 'taro@日本firm.co.jp'.replace('日本', ''), 'taro@firm.technology',
    'taro.at.firm'.replace('.at.', '@') + '.com', '『taro@firm.com』', 'taro{at}firm{dot}jp', 'taro<at>firm.jp', '报价_zhang@163.com.pdf', 'quote-taro(at)firm.com.xlsx', '小老鼠：zhang小老鼠163.com',
  ],
  phone: [
    '03-1234-5678', '0312345678', '03(1234)5678', '（03）1234-5678', '０３－１２３４－５６７８', '03 1234 5678', '03.1234.5678', '03ー1234ー5678', '03―1234―5678', '045-123-4567', '0120-123-456', '0120 123 456', '0120123456', '0800-123-4567',
    '090-1234-5678', '09012345678', '080 1234 5678', '０９０１２３４５６７８', '０９０ １２３４ ５６７８', '070.1234.5678', '090の1234の5678', '090、1234、5678', '090/1234/5678', '090_1234_5678', '090*1234*5678', '0 9 0 1 2 3 4 5 6 7 8', '050-3123-4567',
    '+81-90-1234-5678', '+81 3 1234 5678', '+81 (0)3-1234-5678', '＋８１－３－１２３４－５６７８', '0081-90-1234-5678', '010-81-90-1234-5678', '81-90-1234-5678', '+819012345678',
    '13812345678', '138 1234 5678', '138-1234-5678', '138.1234.5678', '1381234 5678', '１３８１２３４５６７８', '１３８－１２３４－５６７８', '1 3 8 1 2 3 4 5 6 7 8', '138，1234，5678', '138—1234—5678', '+86 138 1234 5678', '+8613812345678', '86-138-1234-5678', '0086-13812345678', '(86)13812345678', '86 13812345678', '138_1234_5678', '138/1234/5678', '19912345678', '15900001111', '17712345678',
    '010-65123456', '(010)65123456', '（０１０）６５１２３４５６', '010 6512 3456', '021-51234567', '0512-6512345', '0512-65123456', '051265123456', '+86-10-6512-3456', '+86 (21) 5123 4567', '86-21-51234567', '0755-2612-3456', '028—85123456', '010-65123456转8012', '400-123-4567', '4001234567', '400 1234 567', '800-810-1234',
    '一三八一二三四五六七八', '壹叁捌壹贰叁肆伍陆柒捌', '幺三八一二三四五六七八', '一三八 一二三四 五六七八', '一三八-一二三四-五六七八', '〇九〇一二三四五六七八', '零九零一二三四五六七八', '〇三-一二三四-五六七八', '13八1二3四五六七八', '①③⑧①②③④⑤⑥⑦⑧', '⓪⑨⓪①②③④⑤⑥⑦⑧', '1️⃣3️⃣8️⃣1️⃣2️⃣3️⃣4️⃣5️⃣6️⃣7️⃣8️⃣', '138\u200b1234\u200b5678', '𝟏𝟑𝟖𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖', 'O9O-1234-5678', 'o9o12345678', 'l38l2345678',
    'ゼロキュウゼロイチニサンヨンゴロクナナハチ', 'ぜろさん、いちにさんよん、ごろくななはち', 'zero nine zero one two three four five six seven eight', 'yao san ba yao er san si wu liu qi ba',
    '电话6512 3456', '电话：65123456', '手机138 1234 567 8', 'TEL 1234-5678', 'FAX：1234-5678', '℡1234-5678', '☎ 6512-3456', '携帯は090 12345678', '联系电话（010）6512-3456', '報價單13812345678.xlsx', '図面_090-1234-5678.pdf', '〒100-0005 03-1234-5678', '①13812345678', 'お電話：5123-4567',
  ],
  chat: [
    '微信：zhangwei88', '微信号：zhang_wei', '微信號zhangwei88', '微信 zhangwei', '微信zhangwei88', '微 信：zhangwei88', 'WeChat: zhangwei88', 'wechat id zhang-wei', 'WeChat ID：zhangwei_88', 'ＷｅＣｈａｔ：ｚｈａｎｇｗｅｉ', 'weixin: zhangwei88', 'VX：zhangwei88', 'vx:zhangwei88', 'ＶＸ：zhangwei88', 'V X：zhangwei88', 'v信：zhangwei88', '薇信：zhangwei88', '威信：zhangwei88', 'wx：zhang88wei', 'WX号：zhangwei', 'wxid_abc123def', '加V：zhangwei88', '加微zhangwei88', '加我微信zhangwei88', '微信同号：13812345678'.replace('同号：', '：'), '微信是 zhangwei88', '我的微信为「zhangwei88」', '微信（zhangwei88）', '微信：z h a n g w e i', '微信→zhangwei88', 'V：zhang88wei', '+V zhangwei88', '微信：１２３４５６７', 'ウィーチャット：zhangwei88', 'WeChatのIDはzhangwei88',
    'QQ：12345678', 'QQ12345678', 'qq 12345678', 'ＱＱ：１２３４５６７８', 'Q Q：12345678', 'QQ号是12345678', 'QQ群 123456789', '扣扣：12345678', '企鹅号12345678', '加Q 12345678', 'QQ:1234 5678', 'q号12345678',
    'LINE ID: taro_1234', 'LINE：@firm.jp', 'LINEのIDはtaro77', 'ＬＩＮＥ　ＩＤ：taro77', 'ラインID：taro77', 'LINEアカウント taro77', 'line id taro77', 'LINEは taro_77',
    'WhatsApp: +8613812345678'.replace('+8613812345678', 'zhangwei88'), 'Skype：live_zhangwei', '钉钉号：zhangwei88', '飞书：zhangwei88', 'Telegram: @zhangwei', '抖音号zhangwei88', 'Skype ID taro77', 'Teams: taro77', '名片_微信zhangwei88.jpg',
  ],
  web: [
    'https://www.firm.example/contact', 'http://firm.co.jp', 'HTTPS://FIRM.CO.JP', 'ｈｔｔｐｓ：／／ｆｉｒｍ．ｃｏ．ｊｐ', 'h t t p : / / firm.jp', 'hxxp://firm.com', 'www.firm.com', 'www。firm。com', 'ｗｗｗ．ｆｉｒｍ．ｃｏｍ', 'www . firm . com', 'w w w.firm.com', 'www点firm点com', 'firm.com', 'firm.com.cn', 'firm.co.jp', 'firm.jp/contact', 'firm。com', 'firm点com', 'firm ドット com', 'firm dot com', 'firm[.]com', 'firm(dot)com', 'firm-tech.cn', 'shop.firm.com', 't.cn/A6abc', 'u.wechat.com/abc123', 'FIRM.CO.JP', 'firm。co。jp', '官网firm.cn', '请看firm.net。', 'firm.top', 'firm.xyz', '某某.公司', '某某点公司', '资料_www.firm.com.docx'.replace('.docx', ' .docx'), 'f i r m . c o m', 'firm．ｃｏｍ', 'firm.com/cn/contact.html',
  ],
}

/** What looks like a contact to a machine and is none to an engineer. */
export const harmless = [
  '型番 KX-1300-8000、定格出力 1,380 kW', 'GB/T 12345-2020、GB 13271-2014 に適合', 'JIS B 8222:1993', 'ISO 9001:2015, ISO 14001', '特許第6123456号（2017年4月14日登録）', '专利号 ZL 2013 1 0123456.7', 'ZL201310123456.7', 'CN 103123456 A', 'WO 2019/123456', 'PCT/JP2019/012345', '特開2013-123456',
  '处理能力12,000 t/年，压力0.85 MPa', '12000–15000 m3/h', '0.12 0.34 0.56 0.78', '0.5～1.2 MPa、80〜120 ℃', '年間削減量 13,800,000,000 kJ', '15800000000 kWh', '投资约18600000000日元', '総事業費は13800000000円', '2026-11-22', '2026年11月22日', '2026/11/22 09:30', '2026-11-22 09:30〜17:00', 'DB-2026-0042', '受付番号 DB-2026-0042 について', '〒100-0005 東京都千代田区', '邮编100004',
  '排ガス 5,000 Nm3/h@400℃', '効率 95 % @ 25 ℃', 'CO2 12.5 %、NOx 50 ppm', '第1段階、第2段階', '二〇二六年十一月', '一二三四段階評価', '三百六十五日', '第十四次五年计划', '2019-2023年 导入 120 台', '1/2/3 号炉', '微信で問い合わせることはできません', 'WeChat対応の画面', '微信公众号', 'WeChat Pay 対応', 'LINE 上の設備', 'production line 3: 2000 t/d', 'ライン速度 120 m/min', 'No. 3 line: coating', 'QQ という略号', '電話での説明', '电话咨询请通过秘书处', 'Fig.3 に示す', 'Node.js', 'Co.,Ltd.', 'e.g. 50 kW', 'vs. 従来', 'DN100-PN16', 'φ1300×8000', '3 相 400 V 50 Hz', 'LF-0800', 'SUS304 0.8 mm', 'EN 12952-3:2011', 'CAS 7439-92-1', 'HS 8419.50', '1.2.3.4 節', '4.5.6 参照', '(1) (2) (3) (4) (5) (6) (7) (8)', '1 2 3 4 5 6', '100 200 300 400 500', '135 160 180 120 110', '10-20-30-40', '800-1200 ℃', '400-600 V', '010 型', 'vx2000 型', 'VX-5000', 'WX-3 系列', 'Q: 12000 m3/h', 'V: 220 V', 'at 25 ℃', 'meeting at Tokyo', '统一社会信用代码 91320594MA1XXXXX0X', '法人番号 1234567890123', 'ISBN 978-4-12-345678-9', '予算 500万～5000万元', '38–42 dB(A)', '0.03 mg/m3 以下', '99.95%', '約 1.3 年', 'v1.2.3', '13.8 kV', 'SO2＜35mg/m³', '10⁶ kcal/h',
]
