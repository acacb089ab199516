# The app's own words. See it.ftl for what the variables mean.

## Banners above every screen

banner-added-territory = «{ $name }» ليست جزءًا من هذا التطبيق: أنت أضفتها. محتواها يأتي من { $host }.
banner-development = محتوى للتجربة، موقّع بمفاتيح التطوير. لا تستعمله.
banner-empty = لا يوجد أي محتوى بعد. اتصل بالإنترنت وحدّث.
banner-not-confirmed = محتوى بتاريخ { $day }. لا نعرف هل هو الأحدث.
banner-not-checked-quiet = { $n ->
    [zero] آخر تحقق: اليوم.
    [one] آخر تحقق: قبل يوم واحد.
    [two] آخر تحقق: قبل يومين.
    [few] آخر تحقق: قبل { $n } أيام.
    [many] آخر تحقق: قبل { $n } يوما.
   *[other] آخر تحقق: قبل { $n } يوم.
}
banner-not-checked-visible = { $n ->
    [zero] لم نتحقق من التحديثات اليوم. اتصل بالإنترنت في أقرب وقت.
    [one] لم نتحقق من التحديثات منذ يوم واحد. اتصل بالإنترنت في أقرب وقت.
    [two] لم نتحقق من التحديثات منذ يومين. اتصل بالإنترنت في أقرب وقت.
    [few] لم نتحقق من التحديثات منذ { $n } أيام. اتصل بالإنترنت في أقرب وقت.
    [many] لم نتحقق من التحديثات منذ { $n } يوما. اتصل بالإنترنت في أقرب وقت.
   *[other] لم نتحقق من التحديثات منذ { $n } يوم. اتصل بالإنترنت في أقرب وقت.
}
banner-not-checked-strong = { $n ->
    [zero] محتوى قديم: لم نتحقق منه اليوم. اطلب التأكيد من المكتب.
    [one] محتوى قديم: لم نتحقق منه منذ يوم واحد. اطلب التأكيد من المكتب.
    [two] محتوى قديم: لم نتحقق منه منذ يومين. اطلب التأكيد من المكتب.
    [few] محتوى قديم: لم نتحقق منه منذ { $n } أيام. اطلب التأكيد من المكتب.
    [many] محتوى قديم: لم نتحقق منه منذ { $n } يوما. اطلب التأكيد من المكتب.
   *[other] محتوى قديم: لم نتحقق منه منذ { $n } يوم. اطلب التأكيد من المكتب.
}
banner-new-lineage = بدأ المحتوى من جديد بمفاتيح جديدة. اختياراتك ما زالت موجودة.
banner-settings-lost = لم يعد بالإمكان قراءة اختياراتك. اختر اللغة والبلدية من جديد.
banner-clock = ساعة الهاتف تشير إلى تاريخ قد مضى. تأكد من التاريخ والساعة.

## Freshness of an item

freshness-fresh = تم التحقق منه. صالح حتى { $day }.
freshness-check = يجب التحقق: اطلب التأكيد من المكتب.
freshness-do-not-rely = لا تعتمد على هذه المعلومة: هي قديمة جدا. اسأل المكتب.
reservation-unsourced = جزء من هذه المعلومات ليس له مصدر أكيد. اطلب التأكيد.
reservation-volatile = جزء من هذه المعلومات يتغيّر كثيرا. اطلب التأكيد.
reservation-conflict = المصادر غير متفقة على جزء من هذه المعلومات. نعرض القيمة الأكثر حذرا.
reservation-note = { $reservation } ({ $note })

## Translation

translation-machine = ترجمة آلية. المعتمد هو النص الإيطالي.
translation-stale = تغيّر النص الإيطالي بعد هذه الترجمة. المعتمد هو النص الإيطالي.
translation-fallback = لا توجد ترجمة. اقرأ بهذه اللغة: { $name }.
needs-update = هذا التطبيق قديم جدا ولا يستطيع أن يعرض كل شيء. حدّث التطبيق.

## Home

home-title = ماذا تريد أن تفعل؟
group-title = { $group ->
    [ingresso_soggiorno] تصريح الإقامة
    [tipi_permesso] أنواع التصاريح
    [protezione] الحماية واللجوء
    [famiglia] الأسرة
    [cittadinanza] الجنسية
    [anagrafe] الإقامة المسجّلة والوثائق
    [salute] الصحة
    [scuola] المدرسة
    [lingua] اللغة الإيطالية
    [integrazione] التوجيه
    [lavoro] العمل
    [casa] السكن
    [prestazioni] المساعدات المالية
   *[other] أمور أخرى
}

## Search

search-title = بحث
# Stands in the empty field
search-hint = ماذا تحتاج؟
# $words: what was searched instead of what was typed
search-showing = نتائج البحث عن: { $words }
search-nothing = لم نجد شيئًا. جرّب كلمات أخرى، وبلغتك أيضًا. أو تحدّث مع شخص في Spazio Immigrazione.
# $kind: what was found
search-kind = { $kind ->
    [procedure] ماذا تفعل
    [document] وثيقة
    [office] مكتب
    [office_type] مكتب
    [service] خدمة
    [contact] رقم مفيد
   *[other] كلمة من كلمات المكاتب
}

## A procedure

actor = { $actor ->
    [me] أنت
    [office] المكتب
    [employer] صاحب العمل
    [school] المدرسة
    [family] فرد الأسرة
    [third_party] شخص آخر
   *[wait] انتظار
}
channel = { $channel ->
    [desk] عند الشباك
    [appointment] بموعد مسبق
    [post] بالبريد
    [online] على الإنترنت
    [phone] بالهاتف
    [email] بالبريد الإلكتروني
    [pec] بالبريد الإلكتروني المعتمد PEC
   *[home] في البيت
}
identity-spid-or-cie = تحتاج إلى SPID أو CIE.
identity-assisted = يقوم بذلك عنك من هو مخوّل، مثلا مكتب «Patronato».
free = مجانا
step-conditional = هذه الخطوة لبعض الحالات فقط.
choose-municipality = اختر بلديتك لترى المكتب.
document-original = الأصل
document-copies = { $n ->
    [zero] { $n } نسخة
    [one] نسخة واحدة
    [two] نسختان
    [few] { $n } نسخ
    [many] { $n } نسخة
   *[other] { $n } نسخة
}
document-translated = مع ترجمة إلى الإيطالية
document-legalised = { $how ->
    [apostille] مع الأبوستيل
    [consulate] مع تصديق القنصلية
   *[either] مع الأبوستيل أو التصديق
}
document-each-family-member = واحد لكل فرد من الأسرة
document-conditional = في بعض الحالات فقط
document-validity = { $issuer ->
    [home] إذا صدر في بلدك، مدة الصلاحية: { $span }
    [consulate] إذا صدر من قنصلية بلدك في إيطاليا، مدة الصلاحية: { $span }
    [italian_office] إذا صدر من مكتب إيطالي، مدة الصلاحية: { $span }
   *[all] مدة الصلاحية: { $span }
} { $from ->
    [translation] من تاريخ الترجمة
    [legalisation] من تاريخ التصديق
   *[issue] من تاريخ الإصدار
}
amount-unknown = المبلغ غير معروف: اسأل المكتب
amount-range = من { $min } إلى { $max }
total-up-to = المجموع: حتى { $max }
total-free = المجموع: مجانا
total-exact = المجموع: { $min }
total-range = المجموع: من { $min } إلى { $max }
total-unknown = { $n ->
    [zero] زائد { $n } مبلغ غير معروف
    [one] زائد مبلغ واحد غير معروف
    [two] زائد مبلغين غير معروفين
    [few] زائد { $n } مبالغ غير معروفة
    [many] زائد { $n } مبلغا غير معروف
   *[other] زائد { $n } مبلغ غير معروف
}
total-exemptions = من هو معفى يدفع أقل.
pay-how = { $how ->
    [tabaccheria] في محل بيع التبغ
    [bollettino] بقسيمة الدفع البريدية «bollettino»
    [pagopa] بواسطة pagoPA
    [contanti] نقدا
    [carta] بالبطاقة
   *[other] اسأل كيف تدفع
}

## Spans and terms

# «other» of days stands in the accusative: the Fluent library counts 103 to 199 as «other», where the language counts
# the last two digits: 150 يوما.
span = { $unit ->
    [hours] { $n ->
        [zero] { $n } ساعة
        [one] ساعة واحدة
        [two] ساعتان
        [few] { $n } ساعات
        [many] { $n } ساعة
       *[other] { $n } ساعة
    }
    [days] { $n ->
        [zero] { $n } يوم
        [one] يوم واحد
        [two] يومان
        [few] { $n } أيام
        [many] { $n } يوما
       *[other] { $n } يوما
    }
    [working_days] { $n ->
        [zero] { $n } يوم عمل
        [one] يوم عمل واحد
        [two] يومان من أيام العمل
        [few] { $n } أيام عمل
        [many] { $n } يوم عمل
       *[other] { $n } يوم عمل
    }
    [months] { $n ->
        [zero] { $n } شهر
        [one] شهر واحد
        [two] شهران
        [few] { $n } أشهر
        [many] { $n } شهرا
       *[other] { $n } شهر
    }
   *[years] { $n ->
        [zero] { $n } سنة
        [one] سنة واحدة
        [two] سنتان
        [few] { $n } سنوات
        [many] { $n } سنة
       *[other] { $n } سنة
    }
}
span-range = { $unit ->
    [hours] { $max ->
        [zero] من { $min } إلى { $max } ساعة
        [one] من { $min } إلى ساعة واحدة
        [two] من { $min } إلى ساعتين
        [few] من { $min } إلى { $max } ساعات
        [many] من { $min } إلى { $max } ساعة
       *[other] من { $min } إلى { $max } ساعة
    }
    [days] { $max ->
        [zero] من { $min } إلى { $max } يوم
        [one] من { $min } إلى يوم واحد
        [two] من { $min } إلى يومين
        [few] من { $min } إلى { $max } أيام
        [many] من { $min } إلى { $max } يوما
       *[other] من { $min } إلى { $max } يوم
    }
    [working_days] { $max ->
        [zero] من { $min } إلى { $max } يوم عمل
        [one] من { $min } إلى يوم عمل واحد
        [two] من { $min } إلى يومين من أيام العمل
        [few] من { $min } إلى { $max } أيام عمل
        [many] من { $min } إلى { $max } يوم عمل
       *[other] من { $min } إلى { $max } يوم عمل
    }
    [months] { $max ->
        [zero] من { $min } إلى { $max } شهر
        [one] من { $min } إلى شهر واحد
        [two] من { $min } إلى شهرين
        [few] من { $min } إلى { $max } أشهر
        [many] من { $min } إلى { $max } شهرا
       *[other] من { $min } إلى { $max } شهر
    }
   *[years] { $max ->
        [zero] من { $min } إلى { $max } سنة
        [one] من { $min } إلى سنة واحدة
        [two] من { $min } إلى سنتين
        [few] من { $min } إلى { $max } سنوات
        [many] من { $min } إلى { $max } سنة
       *[other] من { $min } إلى { $max } سنة
    }
}
span-unknown = المدة غير معروفة
deadline-after = { $span } { $anchor ->
    [entry] من الدخول إلى إيطاليا
    [permit_expiry] بعد انتهاء صلاحية التصريح
    [permit_issue] من إصدار التصريح
    [application] من تقديم الطلب
    [receipt] من الإيصال
    [appointment] من الموعد
    [notification] من التبليغ
    [birth] من الولادة
    [marriage] من الزواج
    [residence_start] من بداية الإقامة المسجّلة
    [legal_stay_start] من بداية الإقامة القانونية
    [issue] من الإصدار
    [address_change] من تغيير العنوان
    [adoption] من تاريخ التبنّي
    [service_start] من بداية الخدمة
    [visa_expiry] بعد انتهاء التأشيرة
    [cancellation] من الشطب
    [departure] من يوم السفر
   *[other] من الحدث
}
deadline-before = { $span } قبل { $anchor ->
    [entry] الدخول إلى إيطاليا
    [permit_expiry] انتهاء صلاحية التصريح
    [application] تقديم الطلب
    [appointment] الموعد
    [issue] الإصدار
   *[other] الحدث
}
law-duration = حسب القانون: { $span }
usual-duration = عادة: { $span }

## By which day

event-name = { $anchor ->
    [entry] الدخول إلى إيطاليا
    [permit_expiry] انتهاء تصريح الإقامة
    [permit_issue] إصدار تصريح الإقامة
    [application] تقديم الطلب
    [receipt] الإيصال
    [appointment] الموعد
    [notification] يوم استلام الرسالة
    [birth] الولادة
    [marriage] الزواج
    [residence_start] بداية الإقامة المسجلة
    [legal_stay_start] بداية الإقامة القانونية
    [issue] الإصدار
    [address_change] تغيير السكن
    [adoption] التبني
    [service_start] بداية الخدمة
    [visa_expiry] انتهاء التأشيرة
    [passport_expiry] انتهاء جواز السفر
    [cancellation] الشطب
    [departure] المغادرة
   *[other] الحدث
}
term-state = { $state ->
    [passed] انتهت المهلة. اطلب المساعدة فورا.
    [expired] لم يعد صالحا.
    [today] هو اليوم.
    [too_early] ما زال الوقت مبكرا.
   *[may_ask] انتهت مهلة المكتب: يمكنك أن تسأل.
}
term-due = آخر يوم: { $day }.
term-not-before = ليس قبل { $day }.
term-best-from = الأفضل ابتداءً من { $day }.
term-valid-until = صالح حتى { $day }.
term-wait = على المكتب أن يجيب حتى { $day }. بعد هذا اليوم يمكنك أن تسأل.
term-usual = عادةً يصل بين { $from } و{ $until }.
term-rule = { $rule ->
    [forwards] اليوم الأول لا يُحسب. إذا كان اليوم الأخير عطلة، يُحسب أول يوم بعده ليس عطلة.
    [working_days_forwards] اليوم الأول لا يُحسب. أيام الأحد والأعياد لا تُحسب. يوم السبت يُحسب.
    [backwards] الحساب إلى الوراء. إذا كان اليوم الأخير عطلة أو يوم سبت، يُحسب يوم العمل الذي قبله.
    [working_days_backwards] الحساب إلى الوراء. أيام السبت والأحد والأعياد لا تُحسب.
    [forwards_without_august] اليوم الأول لا يُحسب. أيام شهر أغسطس لا تُحسب.
   *[exact_day] اليوم الأول لا يُحسب. يُحسب اليوم نفسه حتى لو كان عطلة.
}
term-moved = { $because ->
    [sunday] { $day } هو يوم أحد.
    [saturday] { $day } هو يوم سبت: مكاتب كثيرة مغلقة.
    [patron_saint] { $day } هو عيد شفيع البلدة: مكاتب البلدية مغلقة.
   *[holiday] { $day } هو يوم عطلة ({ $name }).
}
no-days-unknown-span = لا نعرف كم من الوقت. اسأل المكتب.
no-days-out-of-range = هذا التاريخ بعيد جدًا. تحقق منه.
no-days-older-than-law = هذه القاعدة سارية من { $day }. تاريخك قبل ذلك: اسأل المكتب.
no-days-newer-than-law = كانت هذه القاعدة سارية حتى { $day }. تاريخك بعد ذلك: اسأل المكتب.
date-missing = ينقص التاريخ: { $event }.
date-impossible = «{ $text }» ليس تاريخًا. اكتبه هكذا: 2026-11-23.
date-in-future = { $day } في المستقبل. تحقق من التاريخ.
paper-valid = صالح حتى { $day }.
paper-too-old = صالح حتى { $until } فقط. في { $needed } يكون قديمًا جدًا: اطلب واحدًا جديدًا.
paper-validity-unknown = لا نعرف مدة صلاحيته. اسأل المكتب.

## Offices

weekday = { $day ->
    [1] الاثنين
    [2] الثلاثاء
    [3] الأربعاء
    [4] الخميس
    [5] الجمعة
    [6] السبت
   *[7] الأحد
}
# Words and not a dash: between two times a dash changes its direction.
hours-span = من { $open } إلى { $close }
hours-by-appointment = من { $open } إلى { $close }، بموعد مسبق
hours-closed = مغلق
hours-unknown = مواعيد العمل غير معروفة
unknown-ask = لا نعرف: { $fields }. اسأل: { $name }.
unknown-no-ask = لا نعرف: { $fields }.
list-join = { $first }، { $next }
field-address = العنوان
field-phone = الهاتف
field-hours = مواعيد العمل
spoken-staff = { $language }: يتكلمها الموظفون
spoken-mediator = { $language }: يوجد وسيط ثقافي
spoken-phone = { $language }: مترجم بالهاتف
walk-in-yes = يمكنك الذهاب بلا موعد.
walk-in-no = تحتاج إلى موعد.
appointment-url = احجز على الإنترنت: { $url }
appointment-phone = احجز بالهاتف: { $phone }

## Questions

triage-verdict = { $purpose ->
    [eligibility] { $verdict ->
        [likely_yes] على الأرجح نعم
        [likely_no] على الأرجح لا
        [urgent] أمر عاجل: لا تنتظر
       *[ask_desk] تكلم مع شخص
    }
   *[triage] { $verdict ->
        [likely_yes] على الأرجح هذا ما تحتاج إليه
        [likely_no] على الأرجح هذا الطريق لا يناسبك
        [urgent] أمر عاجل: لا تنتظر
       *[ask_desk] تكلم مع شخص
    }
}
triage-caution = هذا ليس قرارا: المكتب هو الذي يقرر.
triage-unknown = هنا لا يعرف هذا التطبيق ماذا يقول لك. تكلم مع شخص وخذ معك كل ما لديك من أوراق ورسائل.
triage-progress = السؤال { $n } من { $most } على الأكثر
triage-skip = تخطّ هذا السؤال
triage-skipped = سؤال بلا جواب
triage-yes = نعم
triage-no = لا

## When an office is open

opening-open = { $how ->
    [appointment] مفتوح فقط لمن لديه موعد. يغلق { $when }.
    [service] مفتوح فقط من أجل: { $service }. يغلق { $when }.
    [both] مفتوح فقط بموعد مسبق، من أجل: { $service }. يغلق { $when }.
   *[everybody] مفتوح. يغلق { $when }.
}
opening-closed = { $how ->
    [appointment] مغلق. يفتح { $when }، فقط لمن لديه موعد.
    [service] مغلق. يفتح { $when }، فقط من أجل: { $service }.
    [both] مغلق. يفتح { $when }، فقط بموعد مسبق، من أجل: { $service }.
   *[everybody] مغلق. يفتح { $when }.
}
opening-closed-for-long = مغلق. لا نعرف متى يفتح من جديد: اسأل المكتب.
opening-closed-to-public = هذا المكتب لا يستقبل الجمهور.
when-today = الساعة { $time }
when-tomorrow = غدا الساعة { $time }
when-day = يوم { $weekday } { $date } الساعة { $time }
when-soon = { $when }، { $wait }
wait-moment = بعد أقل من دقيقة
wait = بعد { $span }
wait-both = بعد { $hours } و{ $minutes }
wait-hours = { $n ->
    [zero] { $n } ساعة
    [one] ساعة واحدة
    [two] ساعتين
    [few] { $n } ساعات
    [many] { $n } ساعة
   *[other] { $n } ساعة
}
wait-minutes = { $n ->
    [zero] { $n } دقيقة
    [one] دقيقة واحدة
    [two] دقيقتين
    [few] { $n } دقائق
    [many] { $n } دقيقة
   *[other] { $n } دقيقة
}
hours-for-service = { $hours }، فقط من أجل: { $service }
hours-date = { $weekday } { $date }
closed-holiday = يوم عطلة رسمية: { $name }
closed-patron-saint = عيد شفيع البلدة
closed-exception = إغلاق استثنائي
closure-day = مغلق يوم { $day }
closure-days = مغلق من { $from } إلى { $to }
patron-saint-unknown = لا نعرف متى عيد شفيع بلدة { $name }: قد يكون المكتب مغلقا في ذلك اليوم.
patron-saint-elsewhere = قد يكون المكتب مغلقا يوم عيد شفيع بلدته.
spoken-now = الآن، حتى الساعة { $time }
spoken-next = المرة القادمة: { $when }
offices-not-found = لم نجد أي مكتب.
offices-hours-unknown = { $n ->
    [zero] لا نعرف مواعيد { $n } مكتب: قد تكون مفتوحة. اسأل قبل أن تذهب.
    [one] لا نعرف مواعيد مكتب واحد: قد يكون مفتوحا. اسأل قبل أن تذهب.
    [two] لا نعرف مواعيد مكتبين: قد يكونان مفتوحين. اسأل قبل أن تذهب.
    [few] لا نعرف مواعيد { $n } مكاتب: قد تكون مفتوحة. اسأل قبل أن تذهب.
    [many] لا نعرف مواعيد { $n } مكتبا: قد تكون مفتوحة. اسأل قبل أن تذهب.
   *[other] لا نعرف مواعيد { $n } مكتب: قد تكون مفتوحة. اسأل قبل أن تذهب.
}

## What changed

change-unknown = غير معروف
change-not-stated = غير مذكور
change-what = { $what ->
    [account] الحساب الذي تدفع إليه
    [actor] من يقوم بذلك
    [address] العنوان
    [amount] المبلغ
    [appeal] تغيّر ما يمكنك فعله إذا رفضوا.
    [appointment] الموعد
    [body] تغيّر نص الإشعار.
    [channel] طريقة القيام بذلك
    [contact] مع من تتكلم
    [deadline_added] أُضيفت مدة قانونية
    [deadline_removed] أُلغيت هذه المدة القانونية
    [description] تغيّر الوصف.
    [document] وثيقة
    [document_added] صار مطلوبا أيضا في هذه الخطوة
    [document_removed] لم يعد مطلوبا في هذه الخطوة
    [email] البريد الإلكتروني
    [exception] أيام إغلاق أو مواعيد مختلفة
    [exempt_added] لم يعد يدفع
    [exempt_removed] صار يدفع أيضا
    [fee] رسم
    [fee_added] صرت تدفع أيضا في هذه الخطوة
    [fee_removed] لم تعد تدفع في هذه الخطوة
    [form] الاستمارة
    [free] صار هذا مجانا.
    [hours] تغيّرت مواعيد بعض الخدمات.
    [identity] ما تحتاج إليه للخدمة على الإنترنت
    [instructions] تغيّرت التعليمات.
    [issuer] الجهة التي تصدرها
    [languages] اللغات في المكتب
    [law_duration] المدة حسب القانون
    [mandatory] صارت هذه الخطوة إجبارية.
    [mistakes] تغيّرت الأخطاء التي يجب تجنبها.
    [name] الاسم
    [norms] تغيّرت القوانين المذكورة.
    [office] المكتب
    [official_url] الصفحة الرسمية
    [optional] صارت هذه الخطوة اختيارية.
    [pay_how] طريقة الدفع
    [payee] لمن تدفع
    [pec] البريد الإلكتروني المعتمد PEC
    [peremptory] الآن تفقد حقك إذا انتهت هذه المدة.
    [phone] الهاتف
    [reason] سبب الدفع
    [replaced_by] حلّ محله
    [requirement_added] صار شرطا أيضا
    [requirement_removed] لم يعد شرطا
    [requirements] تغيّرت الشروط.
    [result_validity] مدة صلاحية ما تحصل عليه
    [rights] تغيّرت حقوقك أثناء الانتظار.
    [scam] تغيّر التحذير من الاحتيال.
    [step_added] أُضيفت خطوة
    [step_free] صار الدخول من دون درجات.
    [step_not_free] توجد درجات عند المدخل.
    [step_order] تغيّر ترتيب الخطوات.
    [step_removed] أُلغيت هذه الخطوة
    [url] صفحة الإنترنت
    [usual] المدة المعتادة
    [valid_from] صالح من
    [valid_until] صالح حتى
    [validity] مدة الصلاحية
    [value] الرقم أو العنوان
    [when] المدة القانونية
   *[revised] تغيّرت بعض المعلومات.
}
change-amount-from = المبلغ ابتداء من { $day }
change-hours = مواعيد العمل يوم { $day }
change-hours-days = مواعيد العمل من { $first } إلى { $last }
change-day-hours = { $day } { $hours }
change-on-day = مواعيد العمل يوم { $day }
change-on-days = مواعيد العمل من { $from } إلى { $to }
change-usual-hours = المواعيد المعتادة
change-times = { $n ->
    [zero] { $n } مرة
    [one] مرة واحدة
    [two] مرتان
    [few] { $n } مرات
    [many] { $n } مرة
   *[other] { $n } مرة
}

## Buttons and choices

action-home = البداية
action-offices = المكاتب
action-update = تحديث
action-stop = إيقاف
action-retry = حاول مرة أخرى
action-language = اللغة
action-municipality = البلدية
action-all-municipalities = كل البلديات
action-own-device = هذا الجهاز لي: احتفظ بكل شيء، حتى من دون إنترنت
action-updates = خيارات التحديث
action-wifi-only = عبر الواي فاي فقط
action-data-saver = وفّر البيانات: حدّث لغاتي والإيطالية فقط
action-back = رجوع
action-close = إغلاق
action-cancel = إلغاء
action-emergency = طوارئ
action-choose-municipality = اختر البلدية
action-call = اتصل بالرقم
action-successor = افتح الإجراء الساري الآن
action-go-on = متابعة
action-start-again = ابدأ من جديد
action-is-it-for-me = هل يناسبني؟ أجب عن بعض الأسئلة
action-enter-dates = اكتب تواريخك وشاهد الأيام
action-all-hours = شاهد المواعيد يوما بيوم
action-open-now = مفتوح الآن
action-evening = مفتوح بعد الساعة 17
action-saturday = مفتوح يوم السبت
action-my-language = يتكلمون لغتي

## Headings

heading-who-for = لمن
heading-result = ما الذي تحصل عليه
heading-eligibility = الشروط
heading-steps = الخطوات
heading-documents = الوثائق
heading-costs = المصاريف
heading-deadlines = المدد والمواعيد
heading-where-to-go = أين
heading-hours = مواعيد العمل
heading-mistakes = أخطاء يجب تجنبها
heading-rights = حقوقك أثناء الانتظار
heading-if-refused = إذا رفضوا
heading-appeal = إذا رفضوا: الطعن
heading-scam = احذر من الاحتيال
heading-contact = مع من تتكلم
heading-desks = أين تتكلم مع شخص
heading-emergency = أرقام الطوارئ
heading-sources = المصادر
heading-norms = القوانين
heading-glossary = كلمات المكاتب
heading-doubts = ما هو غير مؤكد
heading-questions = أسئلة لتعرف
heading-answers = إجاباتك
heading-what-to-do = ماذا تفعل
heading-your-dates = تواريخك
heading-by-which-day = حتى أي يوم
heading-next-days = الأيام القادمة
heading-closures = أيام الإغلاق والمواعيد المختلفة
heading-results = النتائج

## Before a detail

detail-phone = الهاتف
detail-email = البريد الإلكتروني
detail-pec = البريد الإلكتروني المعتمد PEC
detail-website = الموقع
detail-languages-spoken = اللغات في المكتب
detail-step-free = الدخول من دون درجات
detail-steps-at-entrance = توجد درجات عند المدخل
detail-form = الاستمارة
detail-how-to-get = كيف تحصل عليه
detail-looks-like = شكله
detail-exempt = لا يدفع
detail-fee-payee = لصالح
detail-fee-account = رقم الحساب
detail-fee-reason = سبب الدفع
detail-one-of = تدفع واحدا فقط من هذه المبالغ:
detail-only-sometimes = في بعض الحالات فقط
detail-optional = اختياري
detail-official-page = الصفحة الرسمية
detail-say-it = تُلفظ
detail-example = مثال
detail-call-free = المكالمة مجانية
detail-replaced-by = حلّ محله
detail-step = الخطوة
detail-nothing-kept = ما تكتبه هنا لا يُحفظ.

## How far something is

status-loading = لحظة من فضلك…
status-updating = جارٍ التحديث…
status-updated = تم التحديث.
status-cannot-open = لا يستطيع هذا الجهاز فتح:

## What went wrong, and what to do

trouble-offline = لا يوجد اتصال. ما لديك يمكنك قراءته.
trouble-untrusted = المحتويات الجديدة غير موثوقة ولن نستخدمها. ما لديك يمكنك قراءته.
trouble-outdated = هذا التطبيق قديم جداً. حدّث التطبيق.
trouble-locked = البيانات مفتوحة في مكان آخر. أغلق الآخر وحاول مرة أخرى.
trouble-key-lost = مفتاح بياناتك لم يعد موجوداً. استعد نسخة احتياطية.
trouble-storage-full = لا توجد مساحة كافية على الجهاز. وفّر مساحة وحاول مرة أخرى.
trouble-interrupted = توقّف. لم يُفقد أي شيء.
trouble-not-found = هذه الصفحة لم تعد موجودة.
trouble-internal = يوجد عطل في التطبيق. حاول مرة أخرى. في حالة الطوارئ اتصل بالرقم 112.
