package org.tutticittadini.app.draw

import android.content.Context
import android.view.View
import android.view.ViewGroup
import android.widget.Button
import android.widget.ImageView
import android.widget.LinearLayout
import android.widget.TextView
import org.tutticittadini.app.OwnWords
import org.tutticittadini.app.R
import org.tutticittadini.core.Direction
import org.tutticittadini.core.Labels
import org.tutticittadini.core.LocalizedText
import org.tutticittadini.core.TermView
import java.util.Locale

/**
 * The components of docs/design-system.md, one below the other. It decides nothing: what there is to say comes from the
 * core, and what is missing there is not drawn.
 *
 * @property context has the language of the screen.
 * @property labels the words that stand above and before what the screen says.
 */
class Page private constructor(
    val context: Context,
    val taps: Taps,
    val folds: Folds,
    val labels: Labels,
    private val terms: Map<String, TermView>,
    private val into: LinearLayout,
) {
    constructor(context: Context, taps: Taps, folds: Folds, labels: Labels, into: LinearLayout) :
        this(context, taps, folds, labels, emptyMap(), into)

    /** What no label says. */
    internal val own: OwnWords get() = OwnWords(context)

    internal val language: String = context.resources.configuration.locales[0].toLanguageTag()

    /** The same page, on which words can be explained. */
    fun explaining(explained: List<TermView>): Page =
        Page(context, taps, folds, labels, explained.associateBy { it.id }, into)

    // ---- sentences

    /** A sentence of the core. */
    fun text(sentence: LocalizedText?, style: Int = R.style.Text_Body, gap: Int = R.dimen.space_1): TextView? =
        sentence?.let { said ->
            label(style, gap).apply { say(said.drawn(taps, terms), said.language, said.direction) }
        }

    /** Words that are no sentence of the core's, in their own language. */
    internal fun words(words: CharSequence, language: String, direction: Direction, style: Int, gap: Int): TextView =
        label(style, gap).apply { say(words, language, direction) }

    /** Official Italian that comes without a language. */
    fun italian(words: String?, style: Int = R.style.Text_Body, gap: Int = R.dimen.space_1): TextView? =
        words?.takeIf { it.isNotBlank() }?.let { said ->
            label(style, gap).apply { say(said.spoken(ITALIAN), ITALIAN, Direction.LTR) }
        }

    /** A name in itself: that of a language. */
    fun itself(name: String): TextView =
        label(R.style.Text_Body, R.dimen.none).apply { text = "\u2068$name\u2069".spoken(language) }

    /** The title of the screen. */
    fun title(sentence: LocalizedText?) = heading(text(sentence, R.style.Text_Title, R.dimen.space_2))

    /** The heading of a section. */
    fun heading(sentence: LocalizedText?) = heading(text(sentence, R.style.Text_Heading, R.dimen.space_6))

    /** A heading inside a card. */
    fun label(sentence: LocalizedText) = heading(text(sentence, R.style.Text_Label, R.dimen.space_3))

    /** Makes a heading of what is drawn already. */
    fun heading(view: TextView?): TextView? = view?.apply { markHeading() }

    /** Sentences one below the other, each with its dot. */
    fun list(sentences: List<LocalizedText>, style: Int = R.style.Text_Body) = sentences.forEach { sentence ->
        row(gap = R.dimen.space_2) {
            dot(style)
            column { text(sentence, style, R.dimen.none) }
        }
    }

    /** The name of what stands below it. */
    fun name(name: LocalizedText) = text(name, R.style.Text_Small, R.dimen.space_2)

    /** A sentence below its name. */
    fun named(name: LocalizedText, sentence: LocalizedText?) = named(name, listOfNotNull(sentence))

    /** Sentences below their name; nothing where there are none. */
    fun named(name: LocalizedText, sentences: List<LocalizedText>) {
        if (sentences.isNotEmpty()) name(name)
        sentences.forEach { text(it, gap = R.dimen.none) }
    }

    /** The same for official Italian. */
    fun namedItalian(name: LocalizedText, words: String?) {
        if (words.isNullOrBlank()) return
        name(name)
        italian(words, gap = R.dimen.none)
    }

    // ---- boxes

    /** A sentence on a coloured ground. */
    fun notice(sentence: LocalizedText?, style: Int) = text(sentence, style, R.dimen.space_2)

    /** What belongs together, in a frame. */
    fun card(draw: Page.() -> Unit): LinearLayout =
        column(gap = R.dimen.space_3, draw = draw).apply { frame(R.drawable.card) }

    /** A card inside a card. */
    fun inset(draw: Page.() -> Unit): LinearLayout =
        column(gap = R.dimen.space_2, draw = draw).apply { frame(R.drawable.inset, R.dimen.space_3) }

    /** The same on a ground that means something. */
    internal fun ground(background: Int, draw: Page.() -> Unit): LinearLayout =
        column(gap = R.dimen.space_2, draw = draw).apply { frame(background, R.dimen.space_3) }

    /** A card that can be tapped as a whole. */
    fun card(tapped: () -> Unit, draw: Page.() -> Unit): LinearLayout =
        column(gap = R.dimen.space_3, draw = draw).apply {
            frame(R.drawable.card_tap)
            minimumHeight = pixels(R.dimen.touch)
            setOnClickListener { tapped() }
        }

    private fun LinearLayout.frame(background: Int, padding: Int = R.dimen.space_4) {
        setBackgroundResource(background)
        val (side, top) = pixels(padding) to pixels(R.dimen.space_3)
        setPaddingRelative(side, top, side, top + pixels(R.dimen.space_1))
    }

    /** Chips side by side. */
    fun chips(sentences: List<LocalizedText?>) {
        val said = sentences.filterNotNull()
        if (said.isEmpty()) return
        flow {
            said.forEach { sentence ->
                val chip = TextView(context, null, 0, R.style.Text_Chip)
                chip.say(sentence.drawn(taps, terms), sentence.language, sentence.direction)
                addView(chip, wrapped())
            }
        }
    }

    /** What stands side by side as far as there is room. */
    internal fun flow(fill: FlowLayout.() -> Unit) = add(FlowLayout(context), R.dimen.space_2).fill()

    /** A thin line between parts. */
    fun rule() {
        val line = View(context).apply { setBackgroundResource(R.color.line) }
        into.addView(line, LinearLayout.LayoutParams(MATCH, pixels(R.dimen.hairline)).above(R.dimen.space_3))
    }

    /** A column inside this one. */
    fun column(gap: Int = R.dimen.none, draw: Page.() -> Unit): LinearLayout =
        add(LinearLayout(context).apply { orientation = LinearLayout.VERTICAL }, gap).also { inside(it).draw() }

    /** What belongs on one line: fixed parts, and a column that takes the rest. */
    fun row(gap: Int, draw: RowPage.() -> Unit) {
        val line = add(LinearLayout(context), gap)
        RowPage(line, this).draw()
    }

    // ---- what can be tapped

    /** A button with a pictogram. */
    fun button(words: LocalizedText, icon: Int, style: Int = R.style.Button_Row, tapped: () -> Unit): Button =
        button(icon, style, tapped).apply { say(words) }

    /** A number to dial. */
    fun call(number: String) {
        val dialling = button(R.drawable.ic_phone, R.style.Button_Call) { taps.open(dial(number)) }
        val label = labels.actions.call
        val whole = own.rather(label, R.string.call, leftToRight(number))
        if (whole == null) dialling.say(label, leftToRight(number)) else dialling.say(whole)
    }

    /** A page or a mail to open: a button that says where it leads. */
    fun open(address: String?, icon: Int = R.drawable.ic_web) {
        val target = address?.let(::safe) ?: return
        val leading = button(icon, R.style.Button_Row) { taps.open(target) }
        leading.say(leftToRight(shown(target)).spoken(language), language, Direction.LTR)
    }

    /** The same below its name. */
    fun open(name: LocalizedText, address: String?, icon: Int = R.drawable.ic_web) {
        if (address?.let(::safe) == null) return
        name(name)
        open(address, icon)
    }

    /** Official Italian that leads to a page of its own. What can be tapped of it is taller than what it takes up. */
    fun leading(words: String, tapped: () -> Unit): TextView? = italian(words, R.style.Text_Leading)?.apply {
        setOnClickListener { tapped() }
        (layoutParams as LinearLayout.LayoutParams).apply {
            topMargin -= pixels(R.dimen.space_2)
            bottomMargin -= pixels(R.dimen.space_2)
        }
    }

    /** What is put away until somebody wants it. */
    fun fold(name: LocalizedText, draw: Page.() -> Unit) {
        val inside = LinearLayout(context).apply { orientation = LinearLayout.VERTICAL }
        val button = button(name, 0, R.style.Button_Fold) {}
        add(inside, R.dimen.none)
        folds.add(button, inside) { inside(inside).draw() }
    }

    // ---- the ground

    private fun inside(group: LinearLayout) = Page(context, taps, folds, labels, terms, group)

    private fun button(icon: Int, style: Int, tapped: () -> Unit): Button =
        add(Button(context, null, 0, style), R.dimen.space_2).apply {
            setCompoundDrawablesRelativeWithIntrinsicBounds(icon, 0, 0, 0)
            setOnClickListener { tapped() }
        }

    private fun label(style: Int, gap: Int): TextView = add(TextView(context, null, 0, style), gap)

    /** Puts a view below the others. */
    internal fun <V : View> add(view: V, gap: Int): V =
        view.also { into.addView(it, LinearLayout.LayoutParams(MATCH, WRAP).above(gap)) }

    private fun LinearLayout.LayoutParams.above(gap: Int) = apply {
        topMargin =
            if (into.childCount == 0) 0 else pixels(gap)
    }

    internal fun pixels(dimension: Int) = context.resources.getDimensionPixelSize(dimension)

    /** One line: children beside each other. */
    inner class RowPage(private val line: LinearLayout, private val page: Page) {
        /** The number of a step: seen alone, spoken with its word. */
        fun number(number: UInt) = beside(TextView(context, null, 0, R.style.Text_Number)).apply {
            text = number.toString()
            contentDescription = joined(labels.details.step.spoken(), text)
        }

        /** The dot of a list; nothing that is spoken. */
        fun dot(style: Int) = beside(TextView(context, null, 0, style)).apply {
            text = "•"
            importantForAccessibility = View.IMPORTANT_FOR_ACCESSIBILITY_NO
        }

        /** A pictogram that says nothing of its own. */
        fun mark(icon: Int) = beside(ImageView(context)).apply {
            setImageResource(icon)
            importantForAccessibility = View.IMPORTANT_FOR_ACCESSIBILITY_NO
        }

        /** The rest of the line, or a part of it. */
        fun column(weight: Float = 1f, draw: Page.() -> Unit) {
            val column = LinearLayout(context).apply { orientation = LinearLayout.VERTICAL }
            line.addView(column, LinearLayout.LayoutParams(0, WRAP, weight))
            page.inside(column).draw()
        }

        private fun <V : View> beside(view: V): V = view.also {
            val place = LinearLayout.LayoutParams(WRAP, WRAP)
            place.marginEnd = pixels(R.dimen.space_2)
            line.addView(it, place)
        }
    }

    private companion object {
        const val MATCH = ViewGroup.LayoutParams.MATCH_PARENT
        const val WRAP = ViewGroup.LayoutParams.WRAP_CONTENT

        fun wrapped() = ViewGroup.LayoutParams(WRAP, WRAP)
    }
}

/** The language of the offices. */
internal const val ITALIAN = "it"

/** An address as a person reads it: the name of the site, or the whole mail address. */
private fun shown(address: String): String {
    val (scheme, rest) = address.split(':', limit = 2)
    // A long address goes on to the next line behind the sign, not in the middle of a word.
    if (scheme.lowercase(Locale.ROOT) == "mailto") return rest.replace("@", "@\u200B")
    return rest.removePrefix("//").substringBefore('/').removePrefix("www.")
}
