package org.tutticittadini.app

import org.tutticittadini.core.Cittadini
import org.tutticittadini.core.Config
import java.io.InputStream

/** The app as it is, save for what a test lays into its way: an address, a seed, a disk. */
class TestApp : CittadiniApp() {
    override fun bundled(): Bundled = object : Bundled(this@TestApp) {
        override fun repository(): String? = Arranged.address

        override fun asset(name: String): InputStream? = (Arranged.assets[name] ?: { super.asset(name) })()
    }

    /** How the core is opened. */
    var opening: suspend (Config) -> Cittadini = Cittadini::open

    override suspend fun open(config: Config): Cittadini = opening(config)

    /** The process is started anew. */
    fun restart() = begin()
}

/** What a test arranges before it starts the app. */
object Arranged {
    var address: String? = null
    val assets = mutableMapOf<String, () -> InputStream?>()

    fun reset() {
        address = null
        assets.clear()
    }
}
