package org.tutticittadini.core

/** What a person sees on a screen, from top to bottom: words only, no id. */
internal object Seen {
    fun on(home: Home): String = lines {
        header(home.header)
        text(home.title)
        home.groups.forEach { group ->
            text(group.title)
            group.procedures.forEach { text(it.title, it.titleIt, it.short) }
        }
        home.desks.forEach { office(it) }
        home.emergency.forEach { text(it.title, it.what, it.value) }
    }

    fun on(screen: ProcedureScreen): String = lines {
        header(screen.header)
        text(screen.title, screen.titleIt, screen.short, screen.whoFor, screen.result)
        screen.steps.forEach { step ->
            text(step.title, step.action, step.actor, step.officeType)
            step.offices.forEach { office(it) }
            step.documents.forEach {
                text(it.title, it.note)
                add(it.nameIt)
            }
            step.fees.forEach { text(it.title, it.amount, it.how) }
            step.deadlines.forEach { text(it.title, it.`when`) }
        }
        text(screen.total.text)
    }

    fun on(screen: Offices): String = lines {
        header(screen.header)
        screen.offices.forEach { office(it) }
    }

    private fun lines(build: Lines.() -> Unit): String = Lines().apply(build).toString()

    private class Lines {
        private val lines = mutableListOf<String>()

        fun add(words: String?) {
            words?.let { lines += it }
        }

        fun text(vararg texts: LocalizedText?) = texts.forEach { add(it?.plain()) }

        fun header(header: Header) = header.banners.forEach { text(it.text) }

        fun office(office: OfficeView) {
            add(office.nameIt)
            add(office.address)
            add(office.phone)
            office.hours.forEach { day ->
                text(day.day)
                day.spans.forEach { text(it) }
            }
        }

        override fun toString(): String = lines.joinToString("\n")
    }
}
