package org.tutticittadini.app.draw

import android.graphics.Typeface
import android.os.Build
import android.text.Spannable
import android.text.SpannableStringBuilder
import android.text.TextPaint
import android.text.method.LinkMovementMethod
import android.text.style.ClickableSpan
import android.text.style.LocaleSpan
import android.text.style.StyleSpan
import android.text.style.URLSpan
import android.view.View
import android.widget.TextView
import org.tutticittadini.core.Direction
import org.tutticittadini.core.LocalizedText
import org.tutticittadini.core.Run
import org.tutticittadini.core.TermView
import org.tutticittadini.core.plain
import java.util.Locale

/** What a tap does. */
interface Taps {
    /** Opens a procedure, at a step if one is named. */
    fun procedure(id: String, step: String? = null)

    /** Hands a number, a mail or a page to the app that is there for it. */
    fun open(address: String)

    /** Opens an office. */
    fun office(id: String)

    /** Opens a question tree. */
    fun questions(id: String)

    /** Shows the place again from its top, once the reader has said something there. */
    fun again()

    /** The same, where she is on the page. */
    fun againHere()

    /** Opens the reader's own dates for a procedure. */
    fun dates(procedure: String)

    /** Opens the hours of an office. */
    fun hours(office: String)

    /** Shows the offices that she wants to see, in place of those that she sees. */
    fun offices(wanted: Set<Wanted>)

    /** Asks for a day, beginning at one (both ISO 8601). */
    fun askDay(begin: String?, chosen: (String) -> Unit)

    /** Explains a word. */
    fun explain(term: TermView)

    /** Explains a word of which only the id is known. */
    fun explain(term: String)

    /** Opens the search. */
    fun search()

    /** Lets the reader choose her municipality. */
    fun chooseMunicipality()

    /** Whether there is anywhere to update from. */
    val canUpdate: Boolean

    /** Fetches what is new. */
    fun update()

    /** Lets the reader choose what updates may cost. */
    fun chooseUpdates()
}

/** The telephone's own form of a number: digits and a plus sign. */
internal fun dial(number: String): String = "tel:" + number.filter { it in '0'..'9' || it == '+' }

/** What may be opened: pages, mails and numbers, and nothing else that content might name. */
internal fun safe(address: String): String? =
    address.takeIf { Regex("^(https?|mailto|tel):", RegexOption.IGNORE_CASE).containsMatchIn(it) }

/**
 * A sentence as it is drawn: emphasis, words that can be explained, numbers and addresses that can be tapped. Numbers,
 * amounts, days and addresses stand between marks of Unicode that keep their own order, so that an Arabic sentence does
 * not turn a telephone number around. The whole carries its language for screen readers.
 */
internal fun LocalizedText.drawn(taps: Taps, terms: Map<String, TermView> = emptyMap()): CharSequence {
    val all = SpannableStringBuilder()
    for (run in runs) {
        val from = all.length
        all.append(run.isolated(language))
        run.span(taps, terms)?.let { all.setSpan(it, from, all.length, Spannable.SPAN_EXCLUSIVE_EXCLUSIVE) }
    }
    return all.spoken(language)
}

/** A sentence without anything to tap: the words of a button, a title, what only a screen reader says. */
internal fun LocalizedText.spoken(): CharSequence = plain().spoken(language)

/** Two of them, each still in its own language. */
internal fun joined(first: CharSequence, second: CharSequence, between: String = " "): CharSequence =
    SpannableStringBuilder(first).append(between).append(second)

/** Words with the language in which a screen reader must say them. */
internal fun CharSequence.spoken(language: String): CharSequence {
    val all = this as? SpannableStringBuilder ?: SpannableStringBuilder(this)
    all.setSpan(LocaleSpan(Locale.forLanguageTag(language)), 0, all.length, Spannable.SPAN_INCLUSIVE_INCLUSIVE)
    return all
}

private fun Run.isolated(language: String): String = when (this) {
    is Run.Text, is Run.Strong, is Run.Term -> plain(language)
    is Run.Phone -> leftToRight(plain(language))
    is Run.Money, is Run.Date, is Run.Link -> "\u2068${plain(language)}\u2069"
}

/** A number, an address: read from left to right in every sentence. */
internal fun leftToRight(words: String): String = "\u2066$words\u2069"

private fun Run.span(taps: Taps, terms: Map<String, TermView>): Any? = when (this) {
    is Run.Strong -> StyleSpan(Typeface.BOLD)
    is Run.Term -> terms[id]?.let { Explained(it, taps) }
    is Run.Phone -> Address(dial(number), taps)
    is Run.Link -> safe(url)?.let { Address(it, taps) }
    is Run.Text, is Run.Money, is Run.Date -> null
}

/** A number or an address in a sentence. */
private class Address(address: String, private val taps: Taps) : URLSpan(address) {
    override fun onClick(view: View) = taps.open(url)
}

/** A word that can be explained: underlined, in the colour of the sentence. */
private class Explained(private val term: TermView, private val taps: Taps) : ClickableSpan() {
    override fun onClick(view: View) = taps.explain(term)

    override fun updateDrawState(paint: TextPaint) {
        paint.isUnderlineText = true
    }
}

/** Puts a sentence without anything to tap on a view, with what stands behind it: a number, a share. */
internal fun TextView.say(sentence: LocalizedText, behind: String? = null) {
    val words = if (behind == null) sentence.plain() else "${sentence.plain()} $behind"
    say(words.spoken(sentence.language), sentence.language, sentence.direction)
}

/** Marks a heading for screen readers, which know such a thing since Android 9. */
internal fun View.markHeading() {
    if (Build.VERSION.SDK_INT >= Build.VERSION_CODES.P) isAccessibilityHeading = true
}

/** Puts words on a view: in their own direction, at the start of the page's, in the letters of their language. */
internal fun TextView.say(words: CharSequence, language: String, direction: Direction) {
    textLocale = Locale.forLanguageTag(language)
    textDirection = if (direction == Direction.RTL) View.TEXT_DIRECTION_RTL else View.TEXT_DIRECTION_LTR
    // Letters of Arabic bring their own space between lines; what Latin ones need would be too much.
    if (direction == Direction.RTL) setLineSpacing(0f, 1f)
    text = words
    val taps = (words as? Spannable)?.getSpans(0, words.length, ClickableSpan::class.java).orEmpty()
    if (taps.isNotEmpty()) movementMethod = LinkMovementMethod.getInstance()
}
