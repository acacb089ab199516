package org.tutticittadini.app

import org.tutticittadini.app.draw.Answers
import org.tutticittadini.app.draw.Page
import org.tutticittadini.app.draw.ReaderDates
import org.tutticittadini.app.draw.Typed
import org.tutticittadini.app.draw.Wanted
import org.tutticittadini.app.draw.drawDates
import org.tutticittadini.app.draw.drawEmergency
import org.tutticittadini.app.draw.drawFirstNumber
import org.tutticittadini.app.draw.drawHome
import org.tutticittadini.app.draw.drawHoursScreen
import org.tutticittadini.app.draw.drawOfficeScreen
import org.tutticittadini.app.draw.drawOffices
import org.tutticittadini.app.draw.drawOpenOffices
import org.tutticittadini.app.draw.drawProcedure
import org.tutticittadini.app.draw.drawSearch
import org.tutticittadini.app.draw.drawTriage
import org.tutticittadini.core.Cittadini
import org.tutticittadini.core.Header
import org.tutticittadini.core.OfficeFilter
import org.tutticittadini.core.SearchScreen
import org.tutticittadini.core.TimelineQuery

/**
 * A screen as it was read, and how it is drawn; `first` stands even above what is said about the content's age. Of the search
 * it is known what was `found`.
 */
class Screen(
    val header: Header,
    val first: Page.() -> Unit = {},
    val found: SearchScreen? = null,
    val draw: Page.() -> Unit,
)

/** Where the reader is. One call into the core each. */
sealed interface Place {
    /** The word under which it is kept while the process is away. */
    val key: String

    /** Reads it, where need be for the language of the frame's words. No network. */
    suspend fun read(core: Cittadini, words: Words): Screen

    /** The part of the page that is wanted: the first time it is drawn, it stands at the top. */
    val part: String? get() = null

    /** The place whose button below the page is lit. */
    val inBar: Place get() = this

    /** Whether the way begins anew there: the reader does not go on from where she was. */
    val isAnotherWay: Boolean get() = false

    /** Takes back the last thing that the reader said there. Whether there was one. */
    fun back(): Boolean = false

    /** Forgets what the reader said there. */
    fun forget() = Unit

    /** The first screen. */
    data object Home : Place {
        override val key = "home"
        override val isAnotherWay = true

        override suspend fun read(core: Cittadini, words: Words): Screen =
            core.home().let { Screen(it.header) { drawHome(it) } }
    }

    /** The offices of the municipality. */
    data object Offices : Place {
        override val key = "offices"
        override val isAnotherWay = true

        override suspend fun read(core: Cittadini, words: Words): Screen =
            core.offices().let { Screen(it.header) { drawOffices(it) } }
    }

    /** One office. */
    data class Office(val id: String) : Place {
        override val key = "$OFFICE$id"

        override suspend fun read(core: Cittadini, words: Words): Screen =
            core.office(id).let { Screen(it.header) { drawOfficeScreen(it) } }
    }

    /** The numbers that are always there. */
    data object Emergency : Place {
        override val key = "emergency"
        override val isAnotherWay = true

        override suspend fun read(core: Cittadini, words: Words): Screen =
            core.home().let { Screen(it.header, { drawFirstNumber(it.emergency) }) { drawEmergency(it.emergency) } }
    }

    /** One procedure; at first at a step, if one is named. */
    data class Procedure(val id: String, override val part: String? = null) : Place {
        override val key = "$PROCEDURE$id"

        override suspend fun read(core: Cittadini, words: Words): Screen =
            core.procedure(id).let { Screen(it.header) { drawProcedure(it) } }
    }

    /** A question tree. What the reader answers is kept in this object and nowhere else. */
    data class Questions(val id: String) : Place {
        private val answers = Answers()
        override val key = "$QUESTIONS$id"

        override suspend fun read(core: Cittadini, words: Words): Screen =
            core.triage(id, answers.given).let { Screen(it.header) { drawTriage(it, answers) } }

        override fun back(): Boolean = answers.takeBack()

        override fun forget() = answers.clear()
    }

    /** The reader's own dates for a procedure. They are kept in this object and nowhere else. */
    data class Dates(val procedure: String) : Place {
        private val dates = ReaderDates()
        override val key = "$DATES$procedure"

        override suspend fun read(core: Cittadini, words: Words): Screen =
            core.timeline(TimelineQuery(procedure, dates.given, emptyList()))
                .let { Screen(it.header) { drawDates(it, dates) } }

        override fun forget() = dates.clear()
    }

    /** The search. What the reader types is kept in this object and nowhere else. */
    class Search : Place {
        /** What stands in the field. */
        val typed = Typed()
        override val key = SEARCH

        override suspend fun read(core: Cittadini, words: Words): Screen =
            core.search(typed.words).let { found -> Screen(found.header, found = found) { drawSearch(found) } }

        override fun forget() {
            typed.words = ""
        }

        override fun equals(other: Any?) = other is Search

        override fun hashCode() = key.hashCode()
    }

    /** The hours of an office. */
    data class Hours(val office: String) : Place {
        override val key = "$HOURS$office"

        override suspend fun read(core: Cittadini, words: Words): Screen =
            core.hours(office).let { Screen(it.header) { drawHoursScreen(it) } }
    }

    /** The offices that the reader wants to see. */
    data class OpenOffices(val wanted: Set<Wanted>) : Place {
        override val key = OPEN + wanted.joinToString(",")
        override val inBar = Offices

        override suspend fun read(core: Cittadini, words: Words): Screen =
            core.openNow(filter(words)).let { Screen(it.header) { drawOpenOffices(it, wanted) } }

        private fun filter(words: Words) = OfficeFilter(
            at = null,
            open = Wanted.OPEN in wanted,
            evening = Wanted.EVENING in wanted,
            saturday = Wanted.SATURDAY in wanted,
            language = words.labels.status.loading.language.takeIf { Wanted.LANGUAGE in wanted },
            officeType = null,
        )
    }

    companion object {
        private const val PROCEDURE = "procedure:"
        private const val OFFICE = "office:"
        private const val QUESTIONS = "questions:"
        private const val DATES = "dates:"
        private const val HOURS = "hours:"
        private const val SEARCH = "search"
        private const val OPEN = "open-offices:"

        /** The place that was kept; the first screen when it is none. */
        fun of(key: String): Place = when {
            key == Offices.key -> Offices
            key == Emergency.key -> Emergency
            key == SEARCH -> Search()
            key.startsWith(PROCEDURE) -> Procedure(key.removePrefix(PROCEDURE))
            key.startsWith(OFFICE) -> Office(key.removePrefix(OFFICE))
            key.startsWith(QUESTIONS) -> Questions(key.removePrefix(QUESTIONS))
            key.startsWith(DATES) -> Dates(key.removePrefix(DATES))
            key.startsWith(HOURS) -> Hours(key.removePrefix(HOURS))
            key.startsWith(OPEN) -> key.removePrefix(OPEN).split(",").let { names ->
                OpenOffices(Wanted.entries.filter { it.name in names }.toSet())
            }
            else -> Home
        }
    }
}
