import Foundation
import Testing

@testable import PlanCommands

/// Files on a real disk.
@Suite struct DiskFilesTests {
    @Test("lines added behind a half-written one begin a line of their own")
    func tornLine() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("plan-tests-\(UUID())").path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let file = path("log/i1.jsonl", in: folder)
        try Files.appendOnDisk(file, Array("one\n".utf8))
        try Files.appendOnDisk(file, Array("tor".utf8))
        try Files.appendOnDisk(file, Array("two\n".utf8))
        #expect(try String(contentsOfFile: file, encoding: .utf8) == "one\ntor\ntwo\n")
    }
}
