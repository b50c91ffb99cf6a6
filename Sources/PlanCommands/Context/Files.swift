/// Files and folders as commands use them.
struct Files: Sendable {
    /// The bytes of a file; nil where there is none that can be read.
    var read: @Sendable (_ path: String) -> [UInt8]?
    /// Writes a file as a whole or not at all, with the folders above it.
    var write: @Sendable (_ path: String, _ bytes: [UInt8]) throws -> Void
    /// The same, and it survives a loss of power once this returns.
    var save: @Sendable (_ path: String, _ bytes: [UInt8]) throws -> Void
    /// Adds lines to the end of a file, which survive a loss of power once this returns.
    var append: @Sendable (_ path: String, _ lines: [UInt8]) throws -> Void
    /// Takes the lock of a file until the value is let go; nil where somebody else has it.
    var lock: @Sendable (_ path: String) throws -> FileLock?
    /// Names in a folder, in order.
    var names: @Sendable (_ folder: String) -> [String]
    /// Makes a folder and those above it.
    var makeFolder: @Sendable (_ path: String) throws -> Void
    /// Whether there is such a file or folder.
    var exists: @Sendable (_ path: String) -> Bool
    /// The permission bits of a file; nil where they are unknown.
    var mode: @Sendable (_ path: String) -> Int? = { _ in nil }
}

/// The folder of a path, `.` for a bare name.
func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
}

/// A path below a folder; an absolute path stays as it is.
func path(_ path: String, in folder: String) -> String {
    if path.hasPrefix("/") { return path }
    return folder == "." ? path : folder == "/" ? "/" + path : folder + "/" + path
}
