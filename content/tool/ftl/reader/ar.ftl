# Headings of the terminal reader, in Arabic. Translated by machine.

appeal = إذا رفضوا: الطعن
closures = أيام الإغلاق والمواعيد المختلفة
contact = مع من تتكلم
costs = المصاريف
deadlines = المدد والمواعيد
desks = أين تتكلم مع شخص
documents = الوثائق
email = البريد الإلكتروني
eligibility = الشروط
emergency = أرقام الطوارئ
exempt = لا يدفع
fee-payee = لصالح
fee-account = رقم الحساب
fee-reason = سبب الدفع
form = الاستمارة
freshness-chip = { $state ->
    [fresh] حديث
    [check] يحتاج إلى تأكيد
   *[do_not_rely] لا تعتمد عليه
}
freshness-counts = حديث: { $fresh }، يحتاج إلى تأكيد: { $check }، لا تعتمد عليه: { $rely }
freshness-title = ما مدى حداثة المعلومات
glossary = كلمات المكاتب
hours = مواعيد العمل
how-to-get = كيف تحصل عليه
if-refused = إذا رفضوا
installed = ما هو موجود
languages = اللغات
languages-spoken = اللغات في المكتب
last-checked = آخر تحقق
looks-like = شكله
mistakes = أخطاء يجب تجنبها
municipalities = البلديات
municipality = البلدية
next-days = الأيام القادمة
no-procedures = لا توجد إجراءات.
norms = القوانين
not-chosen = لم تُختر
nothing-overdue = لا شيء يحتاج إلى تأكيد.
offices-all = كل المكاتب
offices-none = لا توجد مكاتب.
offices-of = مكاتب { $name }
official-page = الصفحة الرسمية
optional = اختياري
pay-how = طريقة الدفع
pec = البريد الإلكتروني المعتمد PEC
phone = الهاتف
procedures = الإجراءات
records = { $n ->
    [zero] لا عناصر
    [one] عنصر واحد
    [two] عنصران
    [few] { $n } عناصر
    [many] { $n } عنصرا
   *[other] { $n } عنصر
}
release-of = محتوى يوم
replaced-by = حلّ محله
result = ما الذي تحصل عليه
rights = حقوقك أثناء الانتظار
scam = احذر من الاحتيال
settings = الاختيارات
audience = القارئ
wifi-only = التحديثات عبر الواي فاي فقط
data-saver = توفير البيانات: لغات القارئ والإيطالية فقط
yes = نعم
no = لا
say-it = تُلفظ
example = مثال
sources = المصادر
read-on = قُرئت في { $day }
step-free = { $free ->
    [yes] الدخول من دون درجات
   *[no] توجد درجات عند المدخل
}
steps = الخطوات
call-free = المكالمة مجانية
to-check-on = يجب التحقق مرة أخرى قبل { $day }
website = الموقع
done-here = ماذا تفعل هنا
where-to-go = أين
who-for = لمن
doubts = ما هو غير مؤكد
one-of = تدفع واحدا فقط من هذه المبالغ:
only-sometimes = في بعض الحالات فقط

## Questions

trees = الأسئلة
no-trees = لا توجد أسئلة.
your-answers = أجوبتك
answer-with = أجب بـ --answer { $question }=… أو تخطّ بـ --answer { $question }=skip
services = الخدمات
further-offices = مكاتب أخرى
further-contacts = جهات اتصال أخرى

## Notices

notices = إشعارات
no-notices = لا توجد إشعارات اليوم.
notice-until = صالح حتى { $day }.

## What changed

changes = ماذا تغيّر
changes-none = لا جديد.
changes-between = من النشرة { $from } إلى النشرة { $to }
changes-until = حتى النشرة { $to }
change-release = { $number } بتاريخ { $day }
change-how = { $how ->
    [added] جديد
    [removed] أُلغي
   *[changed] تغيّر
}
change-procedures = يتعلق بـ
change-before = قبل
change-now = الآن
added-by-you = أنت أضفته: ليس جزءًا من التطبيق
came-with-app = جاء مع التطبيق
fingerprint = البصمة
host = الموقع
inbox = صندوق الملاحظات
inbox-agreed = يمكن استعماله
inbox-ask = لا يُستعمل حتى توافق
territories = المناطق
territory = المنطقة

by-which-day = حتى أي يوم
counted-from = محسوب من { $day }
questions = أسئلة لتعرف
