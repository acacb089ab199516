package org.tutticittadini.core

import kotlinx.coroutines.runBlocking
import java.io.File

/** Another process that uses the core: one that can be killed, and one whose disk is full. It prints what it does. */
internal object Child {
    /** Starts it. Its first argument is what it does. */
    fun start(vararg arguments: String, environment: Map<String, String> = emptyMap()): Process {
        val classes = System.getProperty("surefire.test.class.path") ?: System.getProperty("java.class.path")
        val command = listOf(
            File(System.getProperty("java.home"), "bin/java").path,
            "-Djna.library.path=${System.getProperty("jna.library.path")}",
            "-cp", classes, "org.tutticittadini.core.Child", *arguments,
        )
        return ProcessBuilder(command)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .apply { environment().putAll(environment) }
            .start()
    }

    @JvmStatic
    fun main(arguments: Array<String>) = runBlocking {
        val (what, folder, repository) = arguments
        when (what) {
            "first open" -> {
                println("opening")
                Cittadini.open(Release.config(File(folder), repository, Release.seed)).home()
                println("opened")
            }
            "sync" -> sync(File(folder), repository, arguments[3].toInt())
            "full" -> FullDisk(File(folder), repository).run()
        }
    }

    private suspend fun sync(folder: File, repository: String, until: Int) {
        val cittadini = Cittadini.open(Release.config(folder, repository))
        cittadini.sync(
            transport = Doing { number ->
                println("request $number")
                if (number == until) Thread.sleep(Long.MAX_VALUE)
            },
        )
        println("synced")
    }
}

/** Fills the disk at the worst moments and prints what the core says. */
private class FullDisk(private val folder: File, private val repository: String) {
    private val sign = File(System.getenv("FULL_DISK"))

    suspend fun run() {
        val seeded = Release.config(File(folder, "seeded"), repository, Release.seed)
        full { say("first open") { Cittadini.open(seeded).close() } }
        say("first open, with room") { Cittadini.open(seeded).close() }

        val reading = Cittadini.open(seeded)
        val settings = reading.settings()
        full {
            say("home") { check(!reading.home().empty) }
            say("settings") { reading.setSettings(settings.copy(languages = listOf("ar"))) }
        }
        say("settings as before") { check(reading.settings() == settings) }
        say("settings, with room") { reading.setSettings(settings.copy(languages = listOf("ar"))) }
        reading.close()
        full {
            say("open again") {
                Cittadini.open(seeded).run {
                    check(!home().empty)
                    close()
                }
            }
        }

        val empty = Cittadini.open(Release.config(File(folder, "empty"), repository))
        full { say("sync") { sync(empty, HttpTransport()) } }
        say("sync, half-way") {
            sync(empty, Doing { if (it == HALF_WAY) sign.writeText("") })
        }
        sign.delete()
        say("sync, with room") {
            sync(empty, HttpTransport())
            check(!empty.home().empty)
        }
        empty.close()
    }

    private suspend fun sync(core: Cittadini, transport: Transport) {
        core.sync(transport = transport).problem?.let { error(it.kind.name) }
    }

    private suspend fun full(what: suspend () -> Unit) {
        sign.writeText("")
        what()
        sign.delete()
    }

    private suspend fun say(what: String, call: suspend () -> Unit) {
        val outcome = runCatching { call() }.exceptionOrNull()
        println(
            "$what: ${outcome?.let {
                if (it is ApiException && it !is ApiException.Internal) it::class.simpleName else "$it"
            } ?: "done"}",
        )
    }

    private companion object {
        const val HALF_WAY = 6
    }
}
