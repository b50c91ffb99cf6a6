import Foundation
import Glibc
import Synchronization

/// Why a file could not be written, in the machine's words.
struct DiskFailure: Error, CustomStringConvertible {
    let description: String

    init(_ path: String, _ code: Int32 = errno) {
        description = "\(path): \(String(cString: strerror(code)))"
    }
}

/// How many drafts this process has begun: athletes side by side may write the same file.
private let drafts = Atomic<Int>(0)

extension Files {
    /// Writes a file as a whole or not at all, and returns when it will survive a loss of power.
    static func saveOnDisk(_ path: String, _ bytes: [UInt8]) throws {
        try makeFolders(above: path)
        let number = drafts.add(1, ordering: .relaxed).newValue
        let draft = "\(path).\(getpid())-\(number).new"
        do {
            try write(bytes, to: draft, flags: O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC)
            guard rename(draft, path) == 0 else { throw DiskFailure(path) }
        } catch {
            unlink(draft)
            throw error
        }
        synchronizeFolder(of: path)
    }

    /// Adds lines to the end of a file and returns when they will survive a loss of power.
    ///
    /// A line that an earlier loss of power left half written is ended first, so that it spoils no other.
    static func appendOnDisk(_ path: String, _ lines: [UInt8]) throws {
        let isNew = access(path, F_OK) != 0
        try makeFolders(above: path)
        let isTorn = lastByteOnDisk(path).map { $0 != UInt8(ascii: "\n") } ?? false
        try write(
            (isTorn ? [UInt8(ascii: "\n")] : []) + lines, to: path,
            flags: O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC)
        if isNew { synchronizeFolder(of: path) }
    }

    /// The last byte of a file; nil where it is empty or can't be read.
    private static func lastByteOnDisk(_ path: String) -> UInt8? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var byte: UInt8 = 0
        let end = lseek(descriptor, 0, SEEK_END)
        return end > 0 && pread(descriptor, &byte, 1, end - 1) == 1 ? byte : nil
    }

    /// Takes the lock of a file and writes who has it; nil where another process does.
    static func lockOnDisk(_ path: String) throws -> FileLock? {
        try makeFolders(above: path)
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw DiskFailure(path) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            let code = errno
            close(descriptor)
            if code == EWOULDBLOCK { return nil }
            throw DiskFailure(path, code)
        }
        let holder = Array("\(getpid()) \(ProcessInfo.processInfo.hostName) \(processStart())\n".utf8)
        if ftruncate(descriptor, 0) == 0 {
            _ = holder.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
        }
        return FileLock { close(descriptor) }
    }

    /// Names of the files in a folder, in order; none where there is no such folder.
    static func namesOnDisk(_ folder: String) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
    }

    /// The moment at which this process began, in the kernel's ticks; tells it from a later one of the same number.
    private static func processStart() -> String {
        let stat = (try? String(contentsOfFile: "/proc/self/stat", encoding: .utf8)) ?? ""
        let fields = stat.split(separator: ")").last?.split(separator: " ") ?? []
        return fields.count > 19 ? String(fields[19]) : "unknown"
    }

    private static func makeFolders(above path: String) throws {
        try FileManager.default.createDirectory(atPath: folder(of: path), withIntermediateDirectories: true)
    }

    private static func write(_ bytes: [UInt8], to path: String, flags: Int32) throws {
        let descriptor = open(path, flags, 0o644)
        guard descriptor >= 0 else { throw DiskFailure(path) }
        defer { close(descriptor) }
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0 {
                if errno == EINTR { continue }
                throw DiskFailure(path)
            }
            rest = rest.dropFirst(count)
        }
        // A file system without syncing, such as a pipe, says EINVAL.
        guard fsync(descriptor) == 0 || errno == EINVAL else { throw DiskFailure(path) }
    }

    /// A name is only safe once its folder is; where that cannot be told, nothing more can be done.
    private static func synchronizeFolder(of path: String) {
        let descriptor = open(folder(of: path), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        fsync(descriptor)
        close(descriptor)
    }
}
