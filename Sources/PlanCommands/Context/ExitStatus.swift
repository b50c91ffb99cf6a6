/// How a command ends; the numbers are part of the contract.
enum ExitStatus: Int32, Sendable {
    case done = 0
    case failed = 1
    case pending = 2
    case conflict = 3
    case rail = 4
    case partly = 5
    case stale = 6
    case usage = 64
    case invalid = 65
    case interrupted = 130

    /// Ends the command with the status that a run came to; goes on where all is well.
    static func end(_ status: Int) throws {
        if let status = ExitStatus(rawValue: Int32(status)), status != .done { throw CommandFailure(status: status) }
    }
}

/// A command that ends with a status other than 0; whoever throws it has said why.
struct CommandFailure: Error {
    let status: ExitStatus
}
