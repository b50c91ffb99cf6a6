import Glibc

/// The file that holds a sandbox's data between runs.
struct DataFile: Sendable {
    /// Where it lies.
    let path: String

    /// What the file holds, or nil where there is none.
    func read() throws -> SandboxData? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            if errno == ENOENT { return nil }
            throw DataFileError("cannot open \(path)", code: errno)
        }
        defer { close(descriptor) }
        let bytes = try DataFile.contents(of: descriptor, path: path)
        do {
            return try SandboxData(stored: JSONReader.read(bytes))
        } catch {
            throw DataFileError("\(path) does not hold the data of a sandbox: \(error)")
        }
    }

    private static func contents(of descriptor: Int32, path: String) throws -> [UInt8] {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = Glibc.read(descriptor, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw DataFileError("cannot read \(path)", code: errno) }
            if count == 0 { return bytes }
            bytes.append(contentsOf: buffer[..<count])
        }
    }

    /// Replaces the file: a new one is written and synced beside it and takes its place in one step.
    func write(_ data: SandboxData) throws {
        let draft = path + ".new"
        let descriptor = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw DataFileError("cannot create \(draft)", code: errno) }
        do {
            try DataFile.write(data.stored.bytes, to: descriptor, path: draft)
        } catch {
            close(descriptor)
            unlink(draft)
            throw error
        }
        guard close(descriptor) == 0, rename(draft, path) == 0 else {
            let code = errno
            unlink(draft)
            throw DataFileError("cannot replace \(path)", code: code)
        }
    }

    private static func write(_ bytes: [UInt8], to descriptor: Int32, path: String) throws {
        var written = 0
        while written < bytes.count {
            let count = bytes[written...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw DataFileError("cannot write \(path)", code: errno) }
            written += count
        }
        guard fsync(descriptor) == 0 else { throw DataFileError("cannot sync \(path)", code: errno) }
    }
}

/// Why a sandbox's file cannot be used.
public struct DataFileError: Error, Hashable, CustomStringConvertible {
    /// What failed, and why.
    public let description: String

    init(_ message: String, code: Int32? = nil) {
        description = code.map { "\(message): \(String(cString: strerror($0)))" } ?? message
    }
}
