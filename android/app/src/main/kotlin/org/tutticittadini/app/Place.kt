package org.tutticittadini.app

import org.tutticittadini.app.draw.Page
import org.tutticittadini.app.draw.drawEmergency
import org.tutticittadini.app.draw.drawFirstNumber
import org.tutticittadini.app.draw.drawHome
import org.tutticittadini.app.draw.drawOfficeScreen
import org.tutticittadini.app.draw.drawOffices
import org.tutticittadini.app.draw.drawProcedure
import org.tutticittadini.core.Cittadini
import org.tutticittadini.core.Header

/** A screen as it was read, and how it is drawn; `first` stands even above what is said about the content's age. */
class Screen(val header: Header, val first: Page.() -> Unit = {}, val draw: Page.() -> Unit)

/** Where the reader is. One call into the core each. */
sealed interface Place {
    /** The word under which it is kept while the process is away. */
    val key: String

    /** Reads it. No network. */
    suspend fun read(core: Cittadini): Screen

    /** The first screen. */
    data object Home : Place {
        override val key = "home"

        override suspend fun read(core: Cittadini): Screen = core.home().let { Screen(it.header) { drawHome(it) } }
    }

    /** The offices of the municipality. */
    data object Offices : Place {
        override val key = "offices"

        override suspend fun read(core: Cittadini): Screen =
            core.offices().let { Screen(it.header) { drawOffices(it) } }
    }

    /** One office. */
    data class Office(val id: String) : Place {
        override val key = "$OFFICE$id"

        override suspend fun read(core: Cittadini): Screen =
            core.office(id).let { Screen(it.header) { drawOfficeScreen(it) } }
    }

    /** The numbers that are always there. */
    data object Emergency : Place {
        override val key = "emergency"

        override suspend fun read(core: Cittadini): Screen =
            core.home().let { Screen(it.header, { drawFirstNumber(it.emergency) }) { drawEmergency(it.emergency) } }
    }

    /** One procedure. */
    data class Procedure(val id: String) : Place {
        override val key = "$PROCEDURE$id"

        override suspend fun read(core: Cittadini): Screen =
            core.procedure(id).let { Screen(it.header) { drawProcedure(it) } }
    }

    companion object {
        private const val PROCEDURE = "procedure:"
        private const val OFFICE = "office:"

        /** The place that was kept; the first screen when it is none. */
        fun of(key: String): Place = when {
            key == Offices.key -> Offices
            key == Emergency.key -> Emergency
            key.startsWith(PROCEDURE) -> Procedure(key.removePrefix(PROCEDURE))
            key.startsWith(OFFICE) -> Office(key.removePrefix(OFFICE))
            else -> Home
        }
    }
}
