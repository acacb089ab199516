package org.tutticittadini.app.draw

import org.tutticittadini.app.R
import org.tutticittadini.core.EventDate
import org.tutticittadini.core.LocalizedText
import org.tutticittadini.core.TermState
import org.tutticittadini.core.TimelineEntry
import org.tutticittadini.core.TimelineEvent
import org.tutticittadini.core.TimelineScreen

/** The reader's own dates for a procedure. They are written nowhere, and gone when she leaves the screen. */
class ReaderDates {
    private val said = linkedMapOf<String, String>()

    /** All of them, by event. */
    val given: List<EventDate> get() = said.map { (event, day) -> EventDate(event, day) }

    internal operator fun get(event: String): String? = said[event]

    internal operator fun set(event: String, day: String) {
        said[event] = day
    }

    /** Forgets everything. */
    fun clear() = said.clear()
}

/** By which day: the reader's dates, and the days that they come to. */
fun Page.drawDates(screen: TimelineScreen, dates: ReaderDates) {
    title(screen.title)
    heading(labels.headings.yourDates)
    text(labels.details.nothingKept, R.style.Text_Small)
    screen.events.forEach { drawEvent(it, dates) }
    heading(labels.headings.byWhichDay)
    screen.entries.forEach { drawEntry(it) }
}

private fun Page.drawEvent(event: TimelineEvent, dates: ReaderDates) {
    label(event.name)
    val given = dates[event.event]
    dayField(event.name, given) { day ->
        dates[event.event] = day
        taps.againHere()
    }
    // That a date is missing is seen in its field, and said at the terms that need it.
    if (given != null) notice(event.problem, R.style.Text_Notice_Warn)
}

private fun Page.drawEntry(entry: TimelineEntry) = card {
    heading(text(entry.deadline.title, R.style.Text_Label))
    drawState(signs.getValue(entry.state), entry.explanation)
    entry.problem?.let { drawDoubt(it) }
    text(entry.deadline.usual, R.style.Text_Small)
    text(entry.deadline.consequence, gap = R.dimen.space_2)
    drawDoubts(entry.deadline.freshness)
}

/** The days in words, on the ground of where the term stands today and beside its sign: never told by colour alone. */
private fun Page.drawState(sign: Sign, sentences: List<LocalizedText>) {
    if (sentences.isEmpty()) return
    ground(sign.ground) {
        row(R.dimen.none) {
            mark(sign.icon).setColorFilter(context.getColor(sign.ink))
            column { sentences.forEach { text(it)?.setTextColor(context.getColor(sign.ink)) } }
        }
    }
}

/** Where a term stands. */
private class Sign(val icon: Int, val ground: Int, val ink: Int)

private val signs: Map<TermState, Sign> = mapOf(
    TermState.TOO_EARLY to Sign(R.drawable.ic_wait, R.drawable.notice_warn, R.color.warn_ink),
    TermState.OPEN to Sign(R.drawable.ic_day, R.drawable.inset, R.color.ink),
    TermState.TODAY to Sign(R.drawable.ic_alert, R.drawable.notice_alarm, R.color.alarm_ink),
    TermState.PASSED to Sign(R.drawable.ic_missed, R.drawable.notice_alarm, R.color.alarm_ink),
    TermState.WAITING to Sign(R.drawable.ic_wait, R.drawable.inset, R.color.ink),
    TermState.MAY_ASK to Sign(R.drawable.ic_alert, R.drawable.notice_warn, R.color.warn_ink),
    TermState.UNKNOWN to Sign(R.drawable.ic_doubt, R.drawable.inset, R.color.ink),
)
