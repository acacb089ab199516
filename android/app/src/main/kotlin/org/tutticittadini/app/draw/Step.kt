package org.tutticittadini.app.draw

import android.text.SpannableStringBuilder
import org.tutticittadini.app.R
import org.tutticittadini.core.DeadlineView
import org.tutticittadini.core.DocumentView
import org.tutticittadini.core.FeeView
import org.tutticittadini.core.LocalizedText
import org.tutticittadini.core.StepView
import org.tutticittadini.core.plain

/** One action with its number: what to do, where, with which papers, at which cost, by when. */
internal fun Page.drawStep(step: StepView) = card {
    row(R.dimen.none) {
        number(step.number)
        column { heading(text(step.title, R.style.Text_Heading)) }
    }
    chips(listOf(step.actor) + step.channels + step.free + step.optional?.let { labels.details.optional })
    notice(step.needsUpdate, R.style.Text_Notice_Warn)
    notice(step.conditional, R.style.Text_Notice_Quiet)
    notice(step.optional, R.style.Text_Notice_Quiet)
    text(step.action, gap = R.dimen.space_3)
    text(step.identity, gap = R.dimen.space_2)
    open(labels.details.website, step.url)
    drawPapers(step.documents)
    drawFees(step.fees)
    drawTimes(step)
    step.receive?.let {
        label(labels.headings.result)
        text(it)
    }
    step.ifRefused?.let {
        label(labels.headings.ifRefused)
        text(it)
    }
    drawWhere(step)
}.apply { tag = step.id }

private fun Page.drawTimes(step: StepView) {
    val durations = listOfNotNull(step.lawDuration, step.usualDuration)
    if (step.deadlines.isEmpty() && durations.isEmpty()) return
    label(labels.headings.deadlines)
    step.deadlines.forEach { drawDeadline(it) }
    durations.forEach { text(it) }
}

private fun Page.drawWhere(step: StepView) {
    if (step.officeType == null && step.offices.isEmpty() && step.chooseMunicipality == null) return
    label(labels.headings.whereToGo)
    text(step.officeType)
    drawChooseMunicipality(step.chooseMunicipality)
    step.offices.forEach { drawOfficeOfStep(it, step.officeType) }
}

private fun Page.drawPapers(papers: List<DocumentView>) {
    if (papers.isEmpty()) return
    label(labels.headings.documents)
    papers.forEach { paper ->
        rule()
        text(paper.title, R.style.Text_Strong, R.dimen.space_2)
        beside(paper.title, paper.nameIt)
        chips(paper.badges.map { it.text })
        text(paper.note, gap = R.dimen.space_2)
        named(labels.details.looksLike, paper.looksLike)
        named(labels.details.howToGet, paper.howToGet)
        open(labels.details.form, paper.formUrl)
        drawDoubts(paper.freshness)
    }
}

private fun Page.drawFees(fees: List<FeeView>) {
    if (fees.isEmpty()) return
    label(labels.headings.costs)
    val drawn = mutableSetOf<String>()
    fees.forEach { fee ->
        val choice = fee.choice
        when {
            choice == null -> drawFee(fee, fee.conditional)
            drawn.add(choice) -> drawChoice(fees.filter { it.choice == choice })
        }
    }
}

/** Fees of which only one is paid, which says already that each is paid in some cases only. One alone is no choice. */
private fun Page.drawChoice(fees: List<FeeView>) {
    val isChoice = fees.size > 1
    if (isChoice) {
        rule()
        text(labels.details.oneOf, R.style.Text_Strong, R.dimen.space_2)
    }
    fees.forEach { drawFee(it, onlySometimes = it.conditional && !isChoice) }
}

private fun Page.drawFee(fee: FeeView, onlySometimes: Boolean) {
    rule()
    text(fee.title, gap = R.dimen.space_2)
    text(fee.amount, R.style.Text_Strong)?.apply {
        if (fee.times > 1u) text = SpannableStringBuilder(text).append(" × ${fee.times}")
    }
    if (onlySometimes) text(labels.details.onlySometimes, R.style.Text_Small)
    text(fee.how, gap = R.dimen.space_2)
    chips(fee.payHow)
    namedItalian(labels.details.feePayee, fee.payee)
    namedItalian(labels.details.feeAccount, fee.account)
    namedItalian(labels.details.feeReason, fee.reasonIt)
    if (fee.exempt.isNotEmpty()) name(labels.details.exempt)
    list(fee.exempt, R.style.Text_Small)
    drawDoubts(fee.freshness)
}

/** A term of time. One that costs a right when it passes is on a coloured ground. */
internal fun Page.drawDeadline(term: DeadlineView) {
    rule()
    text(term.title, gap = R.dimen.space_2)
    when {
        term.peremptory -> notice(term.`when`, R.style.Text_Notice_Alarm_Strong)
        else -> text(term.`when`, R.style.Text_Strong)
    }
    text(term.usual, R.style.Text_Small)
    text(term.consequence)
    drawDoubts(term.freshness)
}

/** The words of a sentence without marks, to compare them. */
internal fun LocalizedText.plainWords(): String = plain()
