package org.tutticittadini.core

import kotlinx.coroutines.runBlocking
import org.junit.jupiter.api.AfterAll
import org.junit.jupiter.api.AfterEach
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.TestInstance
import org.junit.jupiter.api.Timeout
import java.io.File

/** What a phone does to an app: it kills it without a word, and it runs out of room. */
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProcessTest {
    private val server = Release.serve()
    private val desk = Desk()

    @AfterEach
    fun tidy() = desk.close()

    @AfterAll
    fun stop() = server.close()

    /** Kills a process as soon as it has said something, and a moment later. */
    private fun kill(process: Process, said: String, milliseconds: Long = 0) {
        val lines = process.inputReader()
        while (true) if ((lines.readLine() ?: error("it ended before «$said»")) == said) break
        Thread.sleep(milliseconds)
        process.destroyForcibly().waitFor()
    }

    @Test
    fun `a process killed in its first opening is opened again with its seed`() = runBlocking {
        for (milliseconds in listOf(50L, 250, 450, 650)) {
            val folder = desk.folder()
            kill(Child.start("first open", folder.path, server.url), "opening", milliseconds)
            assertFalse(desk.open(Release.config(folder, seed = Release.seed)).home().empty)
        }
    }

    @Test
    fun `a process killed in a sync is opened again and goes on`() = runBlocking {
        for (request in listOf(2, 5, 6, 7, 9)) {
            val folder = desk.folder()
            kill(Child.start("sync", folder.path, server.url, "$request"), "request $request")
            val cittadini = desk.open(Release.config(folder, server.url))
            cittadini.home()
            assertNull(cittadini.sync().problem)
            assertFalse(cittadini.home().empty)
        }
    }

    @Test
    fun `a full disk is a typed error, and what was there stays`() {
        val library = File(desk.folder(), "full_disk.so")
        val source = File("src/test/c/full_disk.c")
        val compiler = ProcessBuilder("cc", "-shared", "-fPIC", "-o", library.path, source.path, "-ldl")
        val compiled = compiler.inheritIO().start()
        assertEquals(0, compiled.waitFor())
        val folder = desk.folder()
        val full = Child.start(
            "full", folder.path, server.url,
            environment = mapOf(
                "LD_PRELOAD" to library.path,
                "FULL_DISK" to File(desk.folder(), "full").path,
                "FULL_FOLDER" to folder.path,
            ),
        )
        val said = full.inputReader().readLines()
        assertEquals(0, full.waitFor())
        assertEquals(
            listOf(
                "first open: StorageFull",
                "first open, with room: done",
                "home: done",
                "settings: StorageFull",
                "settings as before: done",
                "settings, with room: done",
                "open again: StorageFull",
                "sync: StorageFull",
                "sync, half-way: StorageFull",
                "sync, with room: done",
            ),
            said,
        )
    }
}
