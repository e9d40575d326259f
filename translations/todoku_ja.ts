<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja">
<context>
    <name>todoku::CauseCard</name>
    <message>
        <source>Less</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>More</source>
        <translation>くわしく</translation>
    </message>
    <message>
        <source>Reasons for “%1”</source>
        <translation>「%1」の根拠</translation>
    </message>
    <message>
        <source>For</source>
        <translation>賛成</translation>
    </message>
    <message>
        <source>Against</source>
        <translation>反対</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1(%2)</translation>
    </message>
    <message>
        <source>Show all %1 reasons</source>
        <translation>%1 件の根拠をすべて見る</translation>
    </message>
    <message>
        <source>Who can act: %1</source>
        <translation>動けるのは:%1</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>「%1」</translation>
    </message>
    <message>
        <source>Copy this sentence</source>
        <translation>この文をコピー</translation>
    </message>
    <message>
        <source>Write the letter</source>
        <translation>手紙を作る</translation>
    </message>
</context>
<context>
    <name>todoku::CauseHead</name>
    <message>
        <source>%1 in 100, as things stand</source>
        <translation>今のところ 100 のうち %1</translation>
    </message>
</context>
<context>
    <name>todoku::EvidencePanel</name>
    <message>
        <source>What is known</source>
        <translation>集まった手がかり</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>まだありません</translation>
    </message>
    <message>
        <source>From an error mail, most of it can be read.</source>
        <translation>エラーメールがあれば、ほとんどはそこから読み取れます。</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>外す</translation>
    </message>
    <message>
        <source>Set aside: %1</source>
        <translation>外す:%1</translation>
    </message>
    <message>
        <source>Set aside, not weighed: %1</source>
        <translation>外してあるもの(数に入れません):%1</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>戻す</translation>
    </message>
    <message>
        <source>Put back: %1</source>
        <translation>戻す:%1</translation>
    </message>
</context>
<context>
    <name>todoku::FooterBar</name>
    <message>
        <source>&amp;Back</source>
        <translation>戻る(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Don&apos;t know · cannot do this now</source>
        <translation>分からない・今はできない(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>次へ(&amp;N)</translation>
    </message>
</context>
<context>
    <name>todoku::KnownPage</name>
    <message>
        <source>What is known about the mail</source>
        <translation>このメールについて分かっていること</translation>
    </message>
    <message>
        <source>Fill in what you know. What an error mail says is here already; please look it over.</source>
        <translation>分かるところだけ入れてください。エラーメールから読み取れたものは入っています。合っているか見てください。</translation>
    </message>
    <message>
        <source>&amp;Sender</source>
        <translation>差出人(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Recipient</source>
        <translation>宛先(&amp;R)</translation>
    </message>
    <message>
        <source>Sent &amp;when</source>
        <translation>送った日時(&amp;W)</translation>
    </message>
    <message>
        <source>S&amp;ubject</source>
        <translation>件名(&amp;U)</translation>
    </message>
    <message>
        <source>What the error mail says</source>
        <translation>エラーメールに書いてあること</translation>
    </message>
    <message>
        <source>What you put in</source>
        <translation>入れたもの</translation>
    </message>
    <message>
        <source>pasted text</source>
        <translation>貼り付けた文</translation>
    </message>
    <message>
        <source>%1 – %2 bytes</source>
        <translation>%1 — %2 バイト</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>取り除く</translation>
    </message>
    <message>
        <source>Take out %1</source>
        <translation>%1 を取り除く</translation>
    </message>
    <message>
        <source>Empty fields are fine.</source>
        <translation>空欄のままでもかまいません。</translation>
    </message>
</context>
<context>
    <name>todoku::LivePage</name>
    <message>
        <source>Copied</source>
        <translation>コピーしました</translation>
    </message>
    <message>
        <source>Stopped. What was found until now is kept.</source>
        <translation>中止しました。それまでに分かったことは残っています。</translation>
    </message>
    <message>
        <source>Live checks</source>
        <translation>つながりの確認</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>進みぐあい</translation>
    </message>
    <message>
        <source>Details of the check</source>
        <translation>確認のくわしい内容</translation>
    </message>
    <message>
        <source>Cop&amp;y</source>
        <translation>コピー(&amp;Y)</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>中止(&amp;T)</translation>
    </message>
    <message>
        <source>Nothing is contacted before you say so, and no mail is ever sent. Take the tick away from what you do not want.</source>
        <translation>「調べる」を押すまで、どこにも接続しません。メールは 1 通も送りません。調べたくないものはチェックを外してください。</translation>
    </message>
    <message>
        <source>Checking the connections</source>
        <translation>つながりを調べています</translation>
    </message>
    <message>
        <source>Check the connections from this PC</source>
        <translation>この PC からのつながりを調べます</translation>
    </message>
    <message>
        <source>This is all that would be contacted, and why.</source>
        <translation>接続する相手と、その理由はこれだけです。</translation>
    </message>
    <message>
        <source>Whatever is found appears in its row at once. Choose a row to read the details.</source>
        <translation>分かったことから順に並びます。行を選ぶと、くわしい内容が読めます。</translation>
    </message>
    <message>
        <source>Check no&amp;w</source>
        <translation>調べる(&amp;W)</translation>
    </message>
    <message>
        <source>Check a&amp;gain</source>
        <translation>もう一度調べる(&amp;G)</translation>
    </message>
    <message>
        <source>There is nothing to check yet.</source>
        <translation>まだ調べるものがありません。</translation>
    </message>
    <message>
        <source>%1 of %2 done</source>
        <translation>%2 件中 %1 件が終わりました</translation>
    </message>
    <message>
        <source>Esc stops; what was found is kept.</source>
        <translation>Esc で中止(途中までの結果は残ります)</translation>
    </message>
    <message>
        <source>F5 checks. Space takes a tick away.</source>
        <translation>F5 で調べます。スペースキーでチェックを付け外しします。</translation>
    </message>
</context>
<context>
    <name>todoku::MainWindow</name>
    <message>
        <source>Todoku – why did the mail not arrive?</source>
        <translation>Todoku — メールが届かない理由を調べる</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>ファイル(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>編集(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Check</source>
        <translation>調べる(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>表示(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>ヘルプ(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>言語(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>色(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;New case</source>
        <translation>新しい件(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Open case…</source>
        <translation>件を開く(&amp;O)…</translation>
    </message>
    <message>
        <source>Open &amp;error mail…</source>
        <translation>エラーメールを開く(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Save case as…</source>
        <translation>件を保存(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>終了(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>元に戻す(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>やり直す(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Paste the error mail</source>
        <translation>エラーメールを貼り付け(&amp;P)</translation>
    </message>
    <message>
        <source>Check &amp;now</source>
        <translation>いま調べる(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>中止(&amp;S)</translation>
    </message>
    <message>
        <source>Step &amp;back</source>
        <translation>前のステップ(&amp;B)</translation>
    </message>
    <message>
        <source>Step &amp;forward</source>
        <translation>次のステップ(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;What is known</source>
        <translation>集まった手がかり(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;As the desktop</source>
        <translation>デスクトップに合わせる(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>明るい(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>暗い(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;About Todoku</source>
        <translation>Todoku について(&amp;A)</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>はじめに</translation>
    </message>
    <message>
        <source>What is known</source>
        <translation>分かっていること</translation>
    </message>
    <message>
        <source>Live check</source>
        <translation>つながりを調べる</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>切り分け</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>報告書</translation>
    </message>
    <message>
        <source>Steps of the wizard</source>
        <translation>手順</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>準備ができました</translation>
    </message>
    <message>
        <source>Open an error mail or a case</source>
        <translation>エラーメールか件を開く</translation>
    </message>
    <message>
        <source>Mail, text and cases (*.eml *.msg *.txt *.mbox *.json);;All files (*)</source>
        <translation>メール・文・件 (*.eml *.msg *.txt *.mbox *.json);;すべてのファイル (*)</translation>
    </message>
    <message>
        <source>Open a case</source>
        <translation>件を開く</translation>
    </message>
    <message>
        <source>Cases (*.json);;All files (*)</source>
        <translation>件 (*.json);;すべてのファイル (*)</translation>
    </message>
    <message>
        <source>This could not be read: %1</source>
        <translation>読めませんでした:%1</translation>
    </message>
    <message>
        <source>Save the case</source>
        <translation>件を保存</translation>
    </message>
    <message>
        <source>Cases (*.json)</source>
        <translation>件 (*.json)</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>保存しました:%1</translation>
    </message>
    <message>
        <source>The case could not be saved: %1</source>
        <translation>件を保存できませんでした:%1</translation>
    </message>
    <message>
        <source>About Todoku</source>
        <translation>Todoku について</translation>
    </message>
    <message>
        <source>Todoku %1 finds out why a mail did not arrive, who can fix it, and what to do now.

It runs on this PC, sends no mail, and uploads nothing.</source>
        <translation>Todoku %1 は、メールが届かない理由と、直せる人と、いますることを調べます。

この PC の中だけで動き、メールを送らず、何もアップロードしません。</translation>
    </message>
    <message>
        <source>Saved by itself at %1</source>
        <translation>自動保存しました %1</translation>
    </message>
    <message>
        <source>Taken in. What it says stands at the right.</source>
        <translation>読み取りました。内容は右にあります。</translation>
    </message>
    <message>
        <source>The clipboard holds no text. Copy the error mail first.</source>
        <translation>クリップボードに文がありません。先にエラーメールをコピーしてください。</translation>
    </message>
    <message>
        <source>There is no Japanese font on this PC, so the words are English. Install one, such as fonts-noto-cjk.</source>
        <translation>この PC には日本語のフォントがないため、英語で表示しています。fonts-noto-cjk などを入れてください。</translation>
    </message>
    <message>
        <source>Practice: %1 – Todoku</source>
        <translation>練習:%1 – Todoku</translation>
    </message>
    <message>
        <source>Practice. This case and its servers are made up: everything runs on this PC, and nothing leaves it.</source>
        <translation>練習中です。この事例もサーバーも作りものです。すべてこのPCの中で動き、外には何も出ません。</translation>
    </message>
</context>
<context>
    <name>todoku::PathPicture</name>
    <message>
        <source>The mail&apos;s path</source>
        <translation>メールの通り道</translation>
    </message>
    <message>
        <source>not checked</source>
        <translation>まだ見ていない</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>possible</source>
        <translation>可能性あり</translation>
    </message>
    <message>
        <source>likely here</source>
        <translation>ここが有力</translation>
    </message>
    <message>
        <source>could not test</source>
        <translation>調べられず</translation>
    </message>
</context>
<context>
    <name>todoku::Practice</name>
    <message>
        <source>Practise</source>
        <translation>練習する</translation>
    </message>
    <message>
        <source>Which case do you want to try?</source>
        <translation>どの事例を試しますか</translation>
    </message>
</context>
<context>
    <name>todoku::ProbeTable</name>
    <message>
        <source>Result</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>What is checked</source>
        <translation>調べること</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>Waits for what DNS says</source>
        <translation>DNSの結果を待ってから調べます</translation>
    </message>
    <message>
        <source>Needs the recipient’s address: put in the error mail, or type it in at “What is known”</source>
        <translation>宛先が分かれば調べられます。エラーメールを入れるか、「分かっていること」に宛先を書いてください</translation>
    </message>
    <message>
        <source>Needs your own mail address, or an error mail with the sending server’s address</source>
        <translation>ご自分のメールアドレスか、送信元のIPアドレスが載ったエラーメールがあれば調べられます</translation>
    </message>
    <message>
        <source>Contacts: %1</source>
        <translation>接続先:%1</translation>
    </message>
    <message>
        <source>Contacts someone else’s servers: %1</source>
        <translation>よその会社のサーバーへの接続:%1</translation>
    </message>
    <message>
        <source>%1 (someone else’s)</source>
        <translation>%1(よその会社)</translation>
    </message>
    <message>
        <source>What would be contacted</source>
        <translation>接続する相手</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>分かったこと</translation>
    </message>
</context>
<context>
    <name>todoku::ReportPage</name>
    <message>
        <source>The report</source>
        <translation>報告書</translation>
    </message>
    <message>
        <source>This is what the people who can help ask for. Passwords never stand in it. Please read it before you send it.</source>
        <translation>調べてくれる相手が必要とする内容です。パスワードは入りません。送る前に読んでください。</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>種類(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>言語(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Who reads it</source>
        <translation>読む人(&amp;W)</translation>
    </message>
    <message>
        <source>Cop&amp;y</source>
        <translation>コピー(&amp;Y)</translation>
    </message>
    <message>
        <source>&amp;Save as…</source>
        <translation>名前を付けて保存(&amp;S)…</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>内容の確認</translation>
    </message>
    <message>
        <source>Letter to the mail provider</source>
        <translation>サーバー会社への手紙</translation>
    </message>
    <message>
        <source>Whole report, plain text</source>
        <translation>報告書(テキスト)</translation>
    </message>
    <message>
        <source>Whole report, Markdown</source>
        <translation>報告書(Markdown)</translation>
    </message>
    <message>
        <source>Whole report, HTML</source>
        <translation>報告書(HTML)</translation>
    </message>
    <message>
        <source>Data (JSON)</source>
        <translation>データ(JSON)</translation>
    </message>
    <message>
        <source>Only we: nothing is taken out</source>
        <translation>自分たちだけ:何も隠しません</translation>
    </message>
    <message>
        <source>My mail provider: addresses stay</source>
        <translation>契約先の会社:アドレスは残します</translation>
    </message>
    <message>
        <source>Anyone: names and addresses are hidden</source>
        <translation>だれでも:名前とアドレスを隠します</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>コピーしました</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>報告書を保存</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>保存しました:%1</translation>
    </message>
    <message>
        <source>Could not save %1: %2</source>
        <translation>%1 を保存できませんでした:%2</translation>
    </message>
    <message>
        <source>Nothing is sent from here: copy or save it.</source>
        <translation>ここからは何も送りません。コピーか保存をしてください。</translation>
    </message>
</context>
<context>
    <name>todoku::ResultPage</name>
    <message>
        <source>Nothing is known yet</source>
        <translation>まだ何も分かっていません</translation>
    </message>
    <message>
        <source>Put in the error mail, let the checks run, or answer a question: then the likely causes stand here.</source>
        <translation>エラーメールを入れるか、つながりを調べるか、質問に答えると、考えられる原因がここに並びます。</translation>
    </message>
    <message>
        <source>%1 – reasons for: %2, against: %3</source>
        <translation>%1 — 根拠 %2 件、反対の手がかり %3 件</translation>
    </message>
    <message>
        <source>Do this first: make sure nobody else uses this mail account</source>
        <translation>先に確かめること:このメールアカウントをだれかが勝手に使っていないか</translation>
    </message>
    <message>
        <source>It may be something that this program does not know</source>
        <translation>このプログラムが知らない原因かもしれません</translation>
    </message>
    <message>
        <source>Some findings do not go together. Please look over the answers once more.</source>
        <translation>手がかりどうしが合いません。答えをもう一度見てください。</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>コピーしました</translation>
    </message>
    <message>
        <source>What would settle it: %1 (%2).</source>
        <translation>はっきりさせるには:%1(%2)。</translation>
    </message>
    <message>
        <source>It tells “%1” from “%2”.</source>
        <translation>「%1」と「%2」を見分けられます。</translation>
    </message>
    <message>
        <source>Do this now</source>
        <translation>これをする</translation>
    </message>
    <message>
        <source>What to do</source>
        <translation>すること</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1・%2</translation>
    </message>
    <message>
        <source>Did mail arrive after this?</source>
        <translation>このあと、届きましたか</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>はい</translation>
    </message>
    <message>
        <source>No</source>
        <translation>いいえ</translation>
    </message>
    <message>
        <source>Hardly possible any more</source>
        <translation>ほぼ外れたもの</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>ほか %1 件</translation>
    </message>
    <message>
        <source>When you have tried a fix, say whether mail arrived.</source>
        <translation>直してみたら「届きましたか」に答えてください</translation>
    </message>
</context>
<context>
    <name>todoku::StartPage</name>
    <message>
        <source>What happened to your mail?</source>
        <translation>メールはどうなりましたか</translation>
    </message>
    <message>
        <source>If an error mail came back, putting it here is the shortest way. It is read on this PC only.</source>
        <translation>エラーメールがあれば、ここに入れるのがいちばんの近道です。内容はこの PC の中だけで調べます。</translation>
    </message>
    <message>
        <source>Drop the error mail here, or paste it (Ctrl+V)</source>
        <translation>エラーメールをここにドロップ、または貼り付け(Ctrl+V)</translation>
    </message>
    <message>
        <source>.eml, .msg or the copied text – as it came, in any language</source>
        <translation>.eml / .msg / 本文のコピー — 英語のままで大丈夫です</translation>
    </message>
    <message>
        <source>&amp;Open a file…</source>
        <translation>ファイルを開く(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>貼り付け(&amp;P)</translation>
    </message>
    <message>
        <source>No error came back, yet it did not arrive</source>
        <translation>エラーは来ないのに届かない</translation>
    </message>
    <message>
        <source>The recipient says it is not there</source>
        <translation>相手に「届いていない」と言われた</translation>
    </message>
    <message>
        <source>An error shows when I send</source>
        <translation>送信しようとするとエラーになる</translation>
    </message>
    <message>
        <source>Also if it stays in the outbox</source>
        <translation>送信トレイに残る場合も</translation>
    </message>
    <message>
        <source>Someone&apos;s mail does not reach us</source>
        <translation>相手からのメールが届かない</translation>
    </message>
    <message>
        <source>We are the ones who receive</source>
        <translation>こちらは受け取る側</translation>
    </message>
    <message>
        <source>Mail from our web form does not arrive</source>
        <translation>ホームページのフォームのメールが届かない</translation>
    </message>
    <message>
        <source>WordPress and the like</source>
        <translation>WordPress など</translation>
    </message>
    <message>
        <source>Error mails come for mail I did not send</source>
        <translation>覚えのないエラーメールが大量に来る</translation>
    </message>
    <message>
        <source>First of all, this looks for a break-in</source>
        <translation>乗っ取りの確認を先にします</translation>
    </message>
    <message>
        <source>Practise</source>
        <translation>練習する</translation>
    </message>
    <message>
        <source>Made-up cases, no network needed</source>
        <translation>ネットワークなしで試せる事例</translation>
    </message>
    <message>
        <source>Todoku sends no mail. Keys 1 to 6 choose.</source>
        <translation>Todoku はメールを送りません。数字キー 1〜6 で選べます</translation>
    </message>
</context>
<context>
    <name>todoku::StepsPage</name>
    <message>
        <source>Choose &amp;another question</source>
        <translation>別の質問を選ぶ(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Paste the error mail</source>
        <translation>エラーメールを貼り付け(&amp;P)</translation>
    </message>
    <message>
        <source>See the &amp;result</source>
        <translation>結果を見る(&amp;R)</translation>
    </message>
    <message>
        <source>If an error mail came back, its words would tell more than any answer here.</source>
        <translation>エラーメールが来ていれば、ここの質問よりも多くのことが分かります。</translation>
    </message>
    <message>
        <source>Enough is known: %1. More answers can only make it surer.</source>
        <translation>もう十分に分かりました:%1。続けて答えると、さらに確かになります。</translation>
    </message>
    <message>
        <source>More questions would tell little. The likeliest so far: %1.</source>
        <translation>これ以上の質問では、あまり変わりません。いま有力なのは:%1。</translation>
    </message>
    <message>
        <source>There is nothing more to ask</source>
        <translation>聞くことはもうありません</translation>
    </message>
    <message>
        <source>All questions that could tell the causes apart are answered.</source>
        <translation>原因を見分ける質問には、すべて答えてもらいました。</translation>
    </message>
    <message>
        <source>Question %1 · %2</source>
        <translation>質問 %1・目安 %2</translation>
    </message>
    <message>
        <source>Why this is asked: %1</source>
        <translation>なぜ聞くのか:%1</translation>
    </message>
    <message>
        <source>It tells “%1” from “%2”.</source>
        <translation>「%1」と「%2」を見分けられます。</translation>
    </message>
    <message>
        <source>I don&apos;t know, or cannot do this now</source>
        <translation>分からない・今はできない</translation>
    </message>
    <message>
        <source>Goes on in another way</source>
        <translation>別の方法で続けます</translation>
    </message>
    <message>
        <source>The keys 1 to 9 choose, 0 is “don&apos;t know”.</source>
        <translation>数字キーで選べます。0 は「分からない」</translation>
    </message>
    <message>
        <source>Choose an answer, or say that you don&apos;t know. Keys 1 to 9, and 0.</source>
        <translation>答えを選ぶか、「分からない」を押してください。数字キー 1〜9 と 0 で選べます</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>答えたもの</translation>
    </message>
</context>
<context>
    <name>todoku::TextLabel</name>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
</context>
<context>
    <name>todoku::WindowWords</name>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>less than a minute</source>
        <translation>1 分以内</translation>
    </message>
    <message>
        <source>about %1 min</source>
        <translation>約 %1 分</translation>
    </message>
</context>
</TS>
