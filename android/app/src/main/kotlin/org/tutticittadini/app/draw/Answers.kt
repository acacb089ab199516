package org.tutticittadini.app.draw

import org.tutticittadini.core.TriageAnswer

/**
 * What the reader answers in a question tree. It is nobody else's business: it is written nowhere, and gone when she leaves
 * the tree.
 */
class Answers {
    private val said = mutableListOf<TriageAnswer>()

    /** What was answered so far, in order. */
    val given: List<TriageAnswer> get() = said.toList()

    /** What she has begun to answer: the options chosen so far, a day, a number. */
    internal val begun = linkedSetOf<String>()

    /** Answers a question. A second tap before the next one is drawn says nothing. */
    internal fun give(question: String, value: String) {
        if (said.any { it.question == question }) return
        begun.clear()
        said += TriageAnswer(question, value)
    }

    /** Skips a question. */
    internal fun skip(question: String) = give(question, SKIP)

    /** Takes the last answer back. Whether there was one. */
    fun takeBack(): Boolean {
        begun.clear()
        return said.removeLastOrNull() != null
    }

    /** Forgets everything. */
    fun clear() {
        begun.clear()
        said.clear()
    }

    private companion object {
        /** The core's word for a question that was skipped. */
        const val SKIP = "skip"
    }
}
