import ArgumentParser

/// How a command speaks.
struct OutputOptions: ParsableArguments {
    /// When colour is used.
    enum Colour: String, ExpressibleByArgument, CaseIterable {
        case auto, always, never
    }

    @Option(help: "When to use colour: auto, always or never.")
    var color: Colour = .auto

    @Flag(help: "Use only ASCII characters.")
    var ascii = false

    @Flag(help: "Say less on stderr.")
    var quiet = false

    @Flag(help: "Say more on stderr.")
    var verbose = false

    /// Whether output is coloured: as asked, else by NO_COLOR, CLICOLOR_FORCE, TERM and the terminal.
    func wantsColour(_ environment: [String: String], onTerminal: Bool) -> Bool {
        func isSet(_ name: String) -> Bool { !(environment[name] ?? "").isEmpty }
        switch color {
        case .always: return true
        case .never: return false
        case .auto:
            if isSet("NO_COLOR") { return false }
            if isSet("CLICOLOR_FORCE") || isSet("FORCE_COLOR") { return true }
            return onTerminal && environment["TERM"] != "dumb"
        }
    }
}

/// Where a result goes.
struct DestinationOptions: ParsableArguments {
    @Option(name: [.short, .long], help: "Write the result to a file instead of stdout.")
    var output: String?

    /// The file; nil for stdout, which `-` names too.
    var file: String? { output == "-" ? nil : output }

    /// Writes the result to the file, or to stdout.
    func write(_ text: String, _ context: CommandContext) throws {
        guard let file else { return context.console.print(text) }
        try context.write(file, Array(text.utf8))
    }

    /// Writes bytes to the file, or to stdout; a terminal takes text alone.
    func write(_ bytes: [UInt8], isText: Bool, _ context: CommandContext) throws {
        guard let file else {
            if !isText, context.console.isOutputTerminal {
                throw context.failure(.usage, "these bytes would spoil the terminal; say -o FILE, or use a pipe")
            }
            return context.console.printBytes(bytes)
        }
        try context.write(file, bytes)
    }
}

extension CommandContext {
    /// Writes a file as a whole, or ends the command.
    func write(_ path: String, _ bytes: [UInt8]) throws {
        do {
            try files.write(path, bytes)
        } catch {
            throw failure(.failed, "can't write \(path): \(error)")
        }
    }
}
