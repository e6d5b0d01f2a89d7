// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
]

func module(
    _ name: String, _ dependencies: [Target.Dependency] = [], exclude: [String] = [], resources: [Resource]? = nil
) -> Target {
    .target(name: name, dependencies: dependencies, exclude: exclude, resources: resources, swiftSettings: strict)
}

func tests(
    _ name: String, _ dependencies: [Target.Dependency], exclude: [String] = [], resources: [Resource]? = nil
) -> Target {
    .testTarget(
        name: "\(name)Tests", dependencies: dependencies, path: "Tests/\(name)", exclude: exclude,
        resources: resources, swiftSettings: strict)
}

let grdb: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")
/// The same SQLite that GRDB is linked with.
let sqlite: Target.Dependency = .product(name: "GRDBSQLite", package: "GRDB.swift")
let mustache: Target.Dependency = .product(name: "Mustache", package: "swift-mustache")
let customDump: Target.Dependency = .product(name: "CustomDump", package: "swift-custom-dump")

let package = Package(
    name: "silat",
    products: [
        .executable(name: "silat", targets: ["silat"]),
        // Preloaded by a test into the built program.
        .library(name: "CFullDisk", type: .dynamic, targets: ["CFullDisk"]),
    ],
    dependencies: [
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        .package(url: "https://github.com/pointfreeco/swift-custom-dump", from: "1.7.3"),
    ],
    targets: [
        .systemLibrary(name: "CNcurses", providers: [.apt(["libncurses-dev"])]),
        .systemLibrary(name: "CCrypt", providers: [.apt(["libcrypt-dev"])]),
        .target(name: "CMemory"),
        .systemLibrary(name: "CExpat", providers: [.apt(["libexpat1-dev"])]),
        .systemLibrary(name: "CNettle", providers: [.apt(["nettle-dev"])]),
        .systemLibrary(name: "CXlsxWriter", providers: [.apt(["libxlsxwriter-dev"])]),
        .systemLibrary(name: "CZip", providers: [.apt(["libzip-dev"])]),
        .systemLibrary(name: "CVterm", path: "Tests/CVterm", providers: [.apt(["libvterm-dev"])]),

        .target(name: "CSignals"),
        .target(name: "CSanitizer"),
        .target(name: "CSQLiteSettings", linkerSettings: [.linkedLibrary("sqlite3")]),
        module("Keyboard"),
        module(
            "Training", exclude: ["Resources/README.md"],
            resources: [
                .embedInCode("Resources/kecamatan.csv"), .embedInCode("Resources/desa.csv"),
                .embedInCode("Resources/provinces.csv"), .embedInCode("Resources/regencies.csv"),
            ]),
        module("Words", ["Training"]),
        module("Sample", ["Training"]),
        module("Digest", ["CNettle"]),
        module("Store", ["CCrypt", "CSQLiteSettings", "Training", "Digest", grdb, sqlite]),
        module("Sheets", ["CExpat", "CXlsxWriter", "CZip"]),
        module("Exchange", ["Digest", "Sheets", "Training", "Words"]),
        module(
            "Report", ["Training", "Words", mustache],
            resources: [.embedInCode("Resources/year-report.mustache")]),
        module("ViewModels", ["Training", "Words", "Keyboard"]),
        module("Documents", ["Exchange", "Report", "Terminal", "Training", "ViewModels", "Words"]),
        module("Terminal", ["Keyboard", "CNcurses", "CSignals"]),
        module("Screens", ["ViewModels", "Terminal"]),
        .executableTarget(
            name: "silat",
            dependencies: [
                "Training", "Words", "Sample", "Store", "Sheets", "Exchange", "Report", "Documents", "Keyboard",
                "ViewModels",
                "Terminal", "Screens", "CMemory", "CSanitizer",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict),

        .target(
            name: "DeskScript",
            dependencies: [
                "Documents", "Keyboard", "Sample", "Training", "Store", "ViewModels", "Screens", "Terminal",
            ],
            path: "Tests/DeskScript", swiftSettings: strict),

        .target(name: "SheetFixtures", dependencies: ["CZip"], path: "Tests/SheetFixtures", swiftSettings: strict),

        .target(
            name: "EmulatedTerminal", dependencies: ["CVterm", "Keyboard"], path: "Tests/EmulatedTerminal",
            swiftSettings: strict),

        .target(name: "BenchmarkTables", path: "Tests/Benchmarks/Tables", swiftSettings: strict),
        .executableTarget(
            name: "silat-benchmark",
            dependencies: [
                "BenchmarkTables", "EmulatedTerminal", "Keyboard", "Sample", "Store", "Training",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            path: "Tests/Benchmarks", exclude: ["Tables"], swiftSettings: strict),

        .target(
            name: "CFaultyDisk", path: "Tests/CFaultyDisk", linkerSettings: [.linkedLibrary("sqlite3")]),
        .target(name: "CFullDisk", path: "Tests/CFullDisk", linkerSettings: [.linkedLibrary("dl")]),
        .executableTarget(
            name: "silat-harness",
            dependencies: [
                "CFaultyDisk", "CSanitizer", "Store", "Training", grdb,
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            path: "Tests/Harness", swiftSettings: strict),

        .target(
            name: "CCounting", path: "Tests/CCounting",
            linkerSettings: [.linkedLibrary("dl"), .linkedLibrary("sqlite3")]),
        .target(name: "CostRecord", path: "Tests/CostRecord", swiftSettings: strict),
        .executableTarget(
            name: "silat-costs",
            dependencies: [
                "CCounting", "CostRecord", "DeskScript", "Exchange", "Keyboard", "Sample", "Store", "Terminal",
                "Training", "ViewModels", "Words", grdb,
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            path: "Tests/Costs", exclude: ["recorded.csv"], swiftSettings: strict),

        tests("Training", ["Training"]),
        tests("Sample", ["Sample", "Training"]),
        tests("Words", ["Words", "Training"]),
        tests(
            "Store", ["SheetFixtures", "Store", "Training", "Sample", grdb, sqlite, customDump], exclude: ["Fixtures"]),
        tests("Sheets", ["SheetFixtures", "Sheets", "CZip"]),
        tests(
            "Exchange", ["Exchange", "SheetFixtures", "Sheets", "CZip", "Training", "Words", "Store"],
            exclude: ["Golden", "Rosters/Files"]),
        tests("BenchmarkTables", ["BenchmarkTables"]),
        tests("Keyboard", ["Keyboard", "SheetFixtures"]),
        tests("Terminal", ["CSignals", "CMemory", "Terminal", "Keyboard"]),
        tests(
            "ViewModels",
            [
                "DeskScript", "Documents", "Exchange", "SheetFixtures", "ViewModels", "Training", "Store", "Sample",
                customDump, grdb,
            ]),
        tests(
            "Screens", ["DeskScript", "Screens", "ViewModels", "Terminal", "Training", "Store", "Sample"],
            exclude: ["Golden"]),
        tests(
            "EndToEnd",
            [
                "CFullDisk", "CostRecord", "DeskScript", "EmulatedTerminal", "Keyboard", "SheetFixtures", "Terminal",
                "CVterm", "silat", "silat-harness", "Store", "Training", grdb,
            ]),
    ]
)
