package org.tutticittadini.app.draw

import android.widget.Button
import android.widget.CheckBox
import org.tutticittadini.app.R
import org.tutticittadini.core.TriageOption
import org.tutticittadini.core.TriageQuestion
import org.tutticittadini.core.TriageScreen

/** A step through a question tree: what is asked now, or what the answers come to. */
fun Page.drawTriage(screen: TriageScreen, answers: Answers) = explaining(screen.terms).run {
    title(screen.title)
    drawTranslation(screen.translation)
    drawFreshness(screen.freshness)
    screen.question?.let { drawQuestion(it, answers) }
    screen.outcome?.let { drawOutcome(it) }
    drawTrace(screen)
    if (answers.given.isNotEmpty()) {
        button(labels.actions.startAgain, R.drawable.ic_update) {
            answers.clear()
            taps.again()
        }
    }
    drawReservations(screen.freshness)
    drawGlossary(screen.terms)
    drawSources(screen.sources)
}

/** Why it came to this; while questions are asked it is put away, since others may see the screen. */
private fun Page.drawTrace(screen: TriageScreen) {
    if (screen.trace.isEmpty()) return
    val draw: Page.() -> Unit = { screen.trace.forEach { asked -> named(asked.text, asked.answers) } }
    if (screen.outcome == null) return fold(labels.headings.answers, draw)
    heading(labels.headings.answers)
    draw()
}

private fun Page.drawQuestion(question: TriageQuestion, answers: Answers) {
    text(question.progress, R.style.Text_Small, R.dimen.space_4)
    heading(text(question.text, R.style.Text_Heading))
    text(question.help)
    val answered = { value: String ->
        answers.give(question.id, value)
        taps.again()
    }
    when (question.kind) {
        "multi" -> drawSeveral(question.options, answers, answered)
        "date" -> drawOne(answers, answered) { dayField(question.text, answers.begun.firstOrNull(), it) }
        "number" -> drawOne(answers, answered) { numberField(question.text, answers.begun.firstOrNull(), it) }
        else -> question.options.forEach { option ->
            button(option.text, 0, R.style.Button_Option) { answered(option.id) }
        }
    }
    button(question.skip, 0, R.style.Button_Fold) {
        answers.skip(question.id)
        taps.again()
    }
    text(labels.details.nothingKept, R.style.Text_Small, R.dimen.space_2)
}

private fun Page.drawSeveral(options: List<TriageOption>, answers: Answers, answered: (String) -> Unit) {
    val boxes = options.map { option ->
        option to add(CheckBox(context, null, 0, R.style.Option), R.dimen.space_2).apply {
            say(option.text)
            isChecked = option.id in answers.begun
        }
    }
    val ready = drawGoOn(answers) {
        // In the order in which they are asked, whatever the order of the taps.
        answered(options.map { it.id }.filter { it in answers.begun }.joinToString(","))
    }
    boxes.forEach { (option, box) ->
        box.setOnCheckedChangeListener { _, yes ->
            if (yes) answers.begun += option.id else answers.begun -= option.id
            ready()
        }
    }
}

/** A field for one value, which is handed in when the reader goes on. */
private fun Page.drawOne(answers: Answers, answered: (String) -> Unit, field: Page.((String) -> Unit) -> Unit) {
    var ready = {}
    field { value ->
        answers.begun.clear()
        if (value.isNotEmpty()) answers.begun += value
        ready()
    }
    ready = drawGoOn(answers) { answers.begun.firstOrNull()?.let(answered) }
}

/** Goes on once something is chosen; what is returned says that it may have been. */
private fun Page.drawGoOn(answers: Answers, tapped: () -> Unit): () -> Unit {
    val button: Button = button(labels.actions.goOn, 0, R.style.Button_Strong, tapped)
    val ready = { button.isEnabled = answers.begun.isNotEmpty() }
    ready()
    return ready
}
