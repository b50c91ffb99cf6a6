// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "benchmarks",
    dependencies: [.package(name: "plan", path: "..")],
    targets: [
        // Measures the pure parts and prints milliseconds.
        .executableTarget(name: "benchmarks", dependencies: [.product(name: "Workouts", package: "plan")])
    ]
)
