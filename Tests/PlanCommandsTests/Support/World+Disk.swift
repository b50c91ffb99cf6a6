import Synchronization

@testable import PlanCommands

/// A disk that is full or may not be written.
struct DiskRefusal: Error, CustomStringConvertible {
    var description: String { "No space left on device" }
}

extension World {
    /// Names in a folder.
    func names(in folder: String) -> [String] {
        paths.filter { $0.hasPrefix(folder + "/") }.map { String($0.dropFirst(folder.utf8.count + 1)) }
            .filter { !$0.contains("/") }.sorted()
    }

    func save(_ path: String, _ bytes: [UInt8]) throws {
        try refuse(path)
        set(path, String(decoding: bytes, as: UTF8.self))
    }

    /// A machine that dies while it adds to a file leaves half of the line.
    func append(_ path: String, _ bytes: [UInt8]) throws {
        let isLast = savesLeft == 0
        do {
            try refuse(path)
        } catch {
            if isLast { set(path, (file(path) ?? "") + String(decoding: bytes.prefix(bytes.count / 2), as: UTF8.self)) }
            savesLeft = savesLeft.map { _ in -1 }
            throw error
        }
        set(path, (file(path) ?? "") + String(decoding: bytes, as: UTF8.self))
    }

    /// Nobody else has a lock here, unless the test says so by a file of that name with `held` in it.
    func lock(_ path: String) -> FileLock? {
        file(path) == "held" ? nil : FileLock {}
    }

    private func refuse(_ path: String) throws {
        if !takeSave() || unwritable.contains(where: { path.contains($0) }) { throw DiskRefusal() }
    }
}
