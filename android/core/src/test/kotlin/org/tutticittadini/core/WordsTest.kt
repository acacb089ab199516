package org.tutticittadini.core

import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test

class WordsTest {
    private fun text(language: String, vararg runs: Run) =
        LocalizedText(runs.toList(), language, Direction.LTR, Translation.ORIGINAL, stale = false, fallback = false)

    @Test
    fun `the runs of a sentence stand one after the other`() {
        val sentence = text(
            "it",
            Run.Text("Chiedi la "),
            Run.Term("marca", "marca da bollo"),
            Run.Strong(" subito"),
            Run.Text(", "),
            Run.Phone("112"),
            Run.Text(" o "),
            Run.Link("https://example.org", "qui"),
        )
        assertEquals("Chiedi la marca da bollo subito, 112 o qui", sentence.plain())
    }

    @Test
    fun `amounts and days have Latin digits in every language`() {
        val languages =
            listOf("it", "it-simple", "en", "fr", "es", "ar", "zh-Hans", "fil", "uk", "sq", "si", "ur", "bn")
        for (language in languages) {
            val amount = text(language, Run.Money(1_650uL)).plain()
            val day = text(language, Run.Date("2026-11-23")).plain()
            assertTrue("16" in amount && "50" in amount, "$language: $amount")
            assertTrue("€" in amount || "EUR" in amount, "$language: $amount")
            assertTrue("2026" in day && "23" in day, "$language: $day")
        }
    }

    @Test
    fun `a day that is none is shown as it came`() {
        assertEquals("soon", text("it", Run.Date("soon")).plain())
    }
}
