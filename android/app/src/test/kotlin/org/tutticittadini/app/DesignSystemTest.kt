package org.tutticittadini.app

import android.content.Context
import android.content.res.Configuration
import android.graphics.Color
import org.junit.Assert.assertEquals
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.RobolectricTestRunner
import org.robolectric.RuntimeEnvironment
import org.tutticittadini.core.Release
import java.io.File
import java.util.Locale
import kotlin.math.max
import kotlin.math.min
import kotlin.math.pow

/** `docs/design-system.md` and the resources of the app say the same, and what they say can be read. */
@RunWith(RobolectricTestRunner::class)
class DesignSystemTest {
    private val page = File(Release.journey.parentFile.parentFile, "docs/design-system.md").readLines()
    private val day = context(Configuration.UI_MODE_NIGHT_NO)
    private val night = context(Configuration.UI_MODE_NIGHT_YES)

    @Test
    fun `colours are the ones of the page`() {
        val colours = rows().filter { it.size == 4 && it[1].startsWith("#") }
        assertTrue("${colours.size} colours", colours.size >= 12)
        for ((name, byDay, byNight) in colours) {
            assertEquals("$name by day", Color.parseColor(byDay), colour(day, name))
            assertEquals("$name by night", Color.parseColor(byNight), colour(night, name))
        }
    }

    @Test
    fun `what is written can be told from its ground, and the page says how well`() {
        val pairs = rows().filter { it.size == 3 && " on " in it[0] }
        assertTrue("${pairs.size} pairs", pairs.size >= 11)
        for ((pair, byDay, byNight) in pairs) {
            val (above, below) = pair.split(" on ")
            val least = if (above == "edge") LEAST_FOR_EDGES else LEAST_FOR_WORDS
            for ((said, colours) in listOf(byDay to day, byNight to night)) {
                val ratio = contrast(colour(colours, above), colour(colours, below))
                assertTrue("$pair: $ratio", ratio >= least)
                assertEquals(pair, said, "%.1f".format(Locale.ROOT, ratio))
            }
        }
    }

    @Test
    fun `sizes of letters are the ones of the page`() {
        val sizes = rows().filter { it.size == 4 && it[1].toIntOrNull() != null }
        assertEquals(5, sizes.size)
        for ((name, size) in sizes) {
            val id = day.resources.getIdentifier("type_$name", "dimen", day.packageName)
            val scale = day.resources.displayMetrics.density * day.resources.configuration.fontScale
            assertEquals(name, size.toFloat(), day.resources.getDimension(id) / scale, 0.01f)
        }
    }

    private fun rows(): List<List<String>> = page.filter { it.startsWith("| ") && "---" !in it }
        .map { row -> row.trim('|', ' ').split(" | ").map { it.trim() } }

    private fun context(night: Int): Context {
        val app = RuntimeEnvironment.getApplication()
        return app.createConfigurationContext(Configuration(app.resources.configuration).apply { uiMode = night })
    }

    private fun colour(context: Context, name: String): Int =
        context.getColor(context.resources.getIdentifier(name, "color", context.packageName))

    private fun contrast(one: Int, other: Int): Double {
        val (a, b) = luminance(one) to luminance(other)
        return (max(a, b) + SHINE) / (min(a, b) + SHINE)
    }

    /** Relative luminance as WCAG 2.2 defines it. */
    private fun luminance(colour: Int): Double {
        fun part(shift: Int): Double {
            val value = (colour shr shift and 0xff) / 255.0
            return if (value <= 0.04045) value / 12.92 else ((value + 0.055) / 1.055).pow(2.4)
        }
        return 0.2126 * part(16) + 0.7152 * part(8) + 0.0722 * part(0)
    }

    private companion object {
        /** WCAG 2.2 AA: 1.4.3 for words, 1.4.11 for the edges of what can be tapped. */
        const val LEAST_FOR_WORDS = 4.5
        const val LEAST_FOR_EDGES = 3.0
        const val SHINE = 0.05
    }
}
