import CivilDates
import Foundation
import Glibc
import Synchronization

/// How often Ctrl-C was pressed; a signal handler can reach nothing but a global.
private let interruptions = Atomic<Int>(0)

extension CommandContext {
    /// The real world.
    static func live() -> CommandContext {
        CommandContext(
            environment: ProcessInfo.processInfo.environment, files: .live, console: .live(),
            now: { Int(Date().timeIntervalSince1970) },
            date: { now, zone in
                guard let zone = zone.map({ TimeZone(identifier: $0) }) ?? TimeZone.current else { return nil }
                let offset = zone.secondsFromGMT(for: Date(timeIntervalSince1970: TimeInterval(now)))
                let seconds = now + offset
                return CivilDate(daysSinceEpoch: Int((Double(seconds) / 86_400).rounded(.down)))
            },
            interrupts: {
                signal(SIGINT) { _ in
                    interruptions.add(1, ordering: .relaxed)
                    signal(SIGINT, SIG_DFL)
                }
                return { interruptions.load(ordering: .relaxed) > 0 }
            },
            runProgram: { try output(of: $0) })
    }
}

extension Console {
    /// The process's own streams.
    static func live() -> Console {
        Console(
            print: { FileHandle.standardOutput.write(Data($0.utf8)) },
            say: { FileHandle.standardError.write(Data($0.utf8)) },
            readLine: { Swift.readLine() },
            readAll: { Array(FileHandle.standardInput.readDataToEndOfFile()) },
            isInputTerminal: isatty(STDIN_FILENO) == 1,
            isOutputTerminal: isatty(STDOUT_FILENO) == 1, isErrorTerminal: isatty(STDERR_FILENO) == 1,
            width: terminalWidth())
    }
}

/// Runs a program with the terminal as its input, so that it may ask for a passphrase; its errors go to our stderr.
private func output(of words: [String]) throws -> [UInt8] {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["--"] + words
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let bytes = Array(output.fileHandleForReading.readDataToEndOfFile())
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
        throw ProgramFailure("it ended with status \(process.terminationStatus)")
    }
    return bytes
}

/// Columns of the terminal at stdout, 80 where there is none.
private func terminalWidth() -> Int {
    var size = winsize()
    guard isatty(STDOUT_FILENO) == 1, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
        return 80
    }
    return Int(size.ws_col)
}

extension Files {
    /// The machine's own files.
    static let live = Files(
        read: { path in FileManager.default.contents(atPath: path).map(Array.init) },
        write: { path, bytes in
            let url = URL(fileURLWithPath: path)
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(bytes).write(to: url, options: .atomic)
        },
        save: saveOnDisk, append: appendOnDisk, lock: lockOnDisk, names: namesOnDisk,
        makeFolder: { try FileManager.default.createDirectory(atPath: $0, withIntermediateDirectories: true) },
        exists: { FileManager.default.fileExists(atPath: $0) },
        mode: { path in
            let attributes = try? FileManager.default.attributesOfItem(atPath: path)
            return (attributes?[.posixPermissions] as? NSNumber)?.intValue
        })
}
