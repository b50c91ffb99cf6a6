import Foundation

/// A history that did not hold, kept as a file that every later run plays again.
struct FailedHistory: Hashable {
    /// The seed, from which everything follows.
    var seed: UInt64
    /// What went wrong, and what had happened before.
    var lines: [String]

    /// Where they are kept, beside the tests.
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Histories")

    /// The name of its file.
    var name: String { "\(seed).txt" }

    /// The seeds of the histories in a folder.
    static func seeds(in folder: URL = folder) throws -> [UInt64] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path)
            .compactMap { $0.hasSuffix(".txt") ? UInt64($0.dropLast(4)) : nil }.sorted()
    }

    /// Keeps the history.
    func save(in folder: URL = folder) throws {
        let text = (["SEED=\(seed)"] + lines).joined(separator: "\n") + "\n"
        try text.write(to: folder.appendingPathComponent(name), atomically: true, encoding: .utf8)
    }
}
