import ArgumentParser

/// How records of the service are written.
enum ListFormat: String, ExpressibleByArgument, CaseIterable {
    case text, json
}

/// Which service to ask for records, and where and how they are written.
struct RecordOptions: ParsableArguments {
    @Option(help: "text or json.")
    var format: ListFormat = .text

    @OptionGroup var service: ServiceOptions
    @OptionGroup var destination: DestinationOptions
    @OptionGroup var output: OutputOptions
}
