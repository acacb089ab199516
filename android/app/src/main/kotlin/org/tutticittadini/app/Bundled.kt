package org.tutticittadini.app

import android.content.Context
import java.io.File
import java.io.FileNotFoundException
import java.io.FileOutputStream
import java.io.InputStream

/**
 * What came with the app, in its assets: `root.json`, `seed.tar`, `repository`, a file that holds the address of
 * releases, and `territories.json`. Any of them may be missing in an app that was built without.
 */
open class Bundled(private val context: Context) {
    /** The languages of the app's own words. */
    fun languages(): List<String> = context.resources.getStringArray(R.array.own_languages).toList()

    /** The root of trust. */
    fun root(): ByteArray? = asset(ROOT)?.use { it.readBytes() }

    /** The territories that need no poster. */
    fun territories(): ByteArray? = asset(TERRITORIES)?.use { it.readBytes() }

    /** Where releases are. Without it there is nothing to update from. */
    open fun repository(): String? = asset(REPOSITORY)?.use { it.readBytes().decodeToString().trim() }

    /**
     * The first release as a file, since the core reads files: copied once an installation, whole or not at all, even if
     * the process is killed. Throws `IOException` when there is no room.
     */
    fun seed(): File? {
        val copy = copyOfSeed()
        if (copy.isFile) return copy
        val source = asset(SEED) ?: return null
        copiesOfSeed().forEach { it.delete() }
        val part = File(copy.path + ".part")
        source.use { from ->
            FileOutputStream(part).use { to ->
                from.copyTo(to)
                to.fd.sync()
            }
        }
        return copy.takeIf { part.renameTo(copy) }
    }

    /** A copy that turned out to be damaged is made anew the next time. */
    fun forgetSeed() {
        copyOfSeed().delete()
    }

    /** Opens an asset, if it is there. */
    protected open fun asset(name: String): InputStream? = try {
        context.assets.open(name)
    } catch (_: FileNotFoundException) {
        null
    }

    private fun copyOfSeed(): File {
        val installed = context.packageManager.getPackageInfo(context.packageName, 0).lastUpdateTime
        return File(context.noBackupFilesDir, "$PREFIX$installed.tar")
    }

    private fun copiesOfSeed(): List<File> =
        context.noBackupFilesDir.listFiles { file -> file.name.startsWith(PREFIX) }.orEmpty().toList()

    protected companion object {
        const val ROOT = "root.json"
        const val SEED = "seed.tar"
        const val REPOSITORY = "repository"
        const val TERRITORIES = "territories.json"
        private const val PREFIX = "seed-"
    }
}
