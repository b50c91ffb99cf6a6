// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

/// A library target and the test target that mirrors it.
func module(_ name: String, _ dependencies: [Target.Dependency] = [], tests extra: [Target.Dependency] = []) -> [Target]
{
    [
        .target(name: name, dependencies: dependencies, exclude: ["README.md"], swiftSettings: settings),
        .testTarget(
            name: "\(name)Tests",
            dependencies: [.byName(name: name)] + dependencies + extra,
            exclude: exclusions[name] ?? [],
            swiftSettings: settings
        ),
    ]
}

/// Data that tests read from disk, beside the tests that read it.
let exclusions: [String: [String]] = [
    "YAML": ["Foreign"], "PlanSpec": ["Faults"], "Publishing": ["Histories"],
]

let log = Target.Dependency.product(name: "Logging", package: "swift-log")
let sockets = Target.Dependency.product(name: "FlyingFox", package: "FlyingFox")
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

// Arrows go down only: a target may import what stands above it in this list, and only what it names.
let targets: [[Target]] = [
    // The system's libyaml.
    [.systemLibrary(name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])])],
    // One value for every fault, and its renderers.
    module("Diagnostics"),
    // Local dates without zones.
    module("CivilDates"),
    // Bytes to nodes that know where they stand.
    module("YAML", ["CLibYAML", "Diagnostics"]),
    // The workout language and planned load.
    module("Workouts", ["Diagnostics"]),
    // CTL, ATL and form from daily loads.
    module("LoadSimulation", ["CivilDates"]),
    // What a plan or template file may say.
    module("PlanSpec", ["YAML", "Workouts", "CivilDates", "Diagnostics"]),
    // The engine: a plan to dated sessions.
    module("Periodization", ["PlanSpec", "Workouts", "LoadSimulation", "CivilDates", "Diagnostics"]),
    // Desired, live and base to a change set.
    module("CalendarDiff", ["CivilDates"]),
    // Coach's rules over plan, calendar and curve.
    module(
        "PlanLint", ["PlanSpec", "Periodization", "LoadSimulation", "Workouts", "Diagnostics", "CivilDates"],
        tests: ["YAML"]),
    // Workouts and calendars as the bytes of other tools.
    module("WorkoutFiles", ["Periodization", "PlanSpec", "Workouts", "CivilDates", "Diagnostics"]),
    // Text and JSON that people and scripts read.
    module(
        "Reports",
        ["CalendarDiff", "Periodization", "PlanSpec", "Workouts", "LoadSimulation", "CivilDates", "Diagnostics"]),
    // The client of the service.
    module("IntervalsICU", ["CivilDates", log]),
    // Performs a change set.
    module(
        "Publishing",
        ["CalendarDiff", "Periodization", "PlanSpec", "Workouts", "IntervalsICU", "CivilDates", "Diagnostics"],
        tests: ["Sandbox"]),
    // The service in miniature.
    module("Sandbox", ["Workouts", "WorkoutFiles", "LoadSimulation", "CivilDates", "Diagnostics", sockets]),
    // One file a command.
    module(
        "PlanCommands",
        [
            "Sandbox", "Publishing", "IntervalsICU", "Reports", "WorkoutFiles", "PlanLint", "CalendarDiff",
            "Periodization", "PlanSpec",
            "LoadSimulation", "Workouts", "YAML", "CivilDates", "Diagnostics", arguments, log, sockets,
        ]),
    // The program.
    [.executableTarget(name: "plan", dependencies: ["PlanCommands"], exclude: ["README.md"], swiftSettings: settings)],
]

let package = Package(
    name: "plan",
    products: [.executable(name: "plan", targets: ["plan"]), .library(name: "Workouts", targets: ["Workouts"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.1"),
    ],
    targets: targets.flatMap { $0 }
)
