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
        number(step.number.toString())
        column { heading(text(step.title, R.style.Text_Heading)) }
    }
    chips(listOf(step.actor) + step.channels + step.free)
    notice(step.needsUpdate, R.style.Text_Notice_Warn)
    notice(step.conditional, R.style.Text_Notice_Quiet)
    notice(step.optional, R.style.Text_Notice_Quiet)
    text(step.action, gap = R.dimen.space_3)
    text(step.identity, gap = R.dimen.space_2)
    open(step.url)
    drawPapers(step.documents)
    drawFees(step.fees)
    if (step.deadlines.isNotEmpty() || step.lawDuration != null || step.usualDuration != null) label(R.string.deadlines)
    step.deadlines.forEach { drawDeadline(it) }
    text(step.lawDuration)
    text(step.usualDuration)
    step.receive?.let {
        label(R.string.result)
        text(it)
    }
    step.ifRefused?.let {
        label(R.string.if_refused)
        text(it)
    }
    drawWhere(step)
}

private fun Page.drawWhere(step: StepView) {
    if (step.officeType == null && step.offices.isEmpty() && step.chooseMunicipality == null) return
    label(R.string.where)
    text(step.officeType)
    step.chooseMunicipality?.let {
        notice(it, R.style.Text_Notice_Warn)
        button(context.getString(R.string.municipality_choose), R.drawable.ic_place) { taps.chooseMunicipality() }
    }
    step.offices.forEach { drawOfficeOfStep(it, step.officeType) }
}

private fun Page.drawPapers(papers: List<DocumentView>) {
    if (papers.isEmpty()) return
    label(R.string.documents)
    papers.forEach { paper ->
        rule()
        text(paper.title, R.style.Text_Strong, R.dimen.space_2)
        beside(paper.title, paper.nameIt)
        chips(paper.badges.map { it.text })
        text(paper.note, gap = R.dimen.space_2)
        named(R.string.looks_like, paper.looksLike)
        named(R.string.how_to_get, paper.howToGet)
        paper.formUrl?.let {
            words(R.string.form, R.style.Text_Small, R.dimen.space_2)
            open(it)
        }
        drawDoubts(paper.freshness)
    }
}

private fun Page.drawFees(fees: List<FeeView>) {
    if (fees.isEmpty()) return
    label(R.string.costs)
    val drawn = mutableSetOf<String>()
    fees.forEach { fee ->
        val choice = fee.choice
        when {
            choice == null -> drawFee(fee)
            drawn.add(choice) -> drawChoice(fees.filter { it.choice == choice })
        }
    }
}

/** Fees of which only one is paid. One alone is no choice. */
private fun Page.drawChoice(fees: List<FeeView>) {
    rule()
    if (fees.size > 1) words(R.string.costs_one_of, R.style.Text_Strong, R.dimen.space_2)
    fees.forEach { drawFee(it) }
}

private fun Page.drawFee(fee: FeeView) {
    rule()
    text(fee.title, gap = R.dimen.space_2)
    text(fee.amount, R.style.Text_Strong)?.apply {
        if (fee.times > 1u) text = SpannableStringBuilder(text).append(" × ${fee.times}")
    }
    if (fee.conditional) words(R.string.costs_sometimes, R.style.Text_Small)
    text(fee.how, gap = R.dimen.space_2)
    chips(fee.payHow)
    namedItalian(R.string.costs_payee, fee.payee)
    namedItalian(R.string.costs_account, fee.account)
    namedItalian(R.string.costs_reason, fee.reasonIt)
    if (fee.exempt.isNotEmpty()) words(R.string.costs_exempt, R.style.Text_Small, R.dimen.space_2)
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
