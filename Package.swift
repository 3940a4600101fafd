// swift-tools-version: 6.2
import PackageDescription

// `swift run` builds in debug; the readers and writers of text are five times faster optimised.
let optimised: [SwiftSetting] = [
  .unsafeFlags(
    ["-O", "-whole-module-optimization", "-num-threads", "2", "-disable-batch-mode"],
    .when(configuration: .debug))
]

let package = Package(
  name: "dossier",
  products: [.executable(name: "dossier", targets: ["dossier"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", exact: "2.1.1"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    .package(url: "https://github.com/swhitty/FlyingFox", exact: "0.27.1"),
  ],
  targets: [
    // The C doors. Each is touched by one Swift file.
    .systemLibrary(
      name: "CMarkGFM", pkgConfig: "libcmark-gfm",
      providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),
    .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
    .target(name: "CTables", exclude: ["world", "it", "en", "scripts"]),
    .target(name: "CTemplates"),
    .target(
      name: "CWorldMap",
      exclude: [
        "scripts", "world.map", "disputed-areas.tsv", "disputed-lines.tsv", "toponyms.tsv",
      ]),
    .target(name: "CSystem"),

    // The rooms, in the order in which the text passes through them.
    .target(name: "DossierModel", dependencies: ["CCrypto"], swiftSettings: optimised),
    .target(name: "Cache", dependencies: ["DossierModel"], swiftSettings: optimised),
    .target(name: "Markdown", dependencies: ["CMarkGFM", "CSystem"], swiftSettings: optimised),
    .target(
      name: "Knowledge", dependencies: ["DossierModel", "CTables"], swiftSettings: optimised),
    .target(
      name: "Ingestion", dependencies: ["DossierModel", "Markdown", "Yams"],
      swiftSettings: optimised),
    .target(
      name: "Extraction", dependencies: ["DossierModel", "Knowledge"], swiftSettings: optimised),
    .target(
      name: "Assembly", dependencies: ["DossierModel", "Knowledge"], swiftSettings: optimised),
    .target(
      name: "Cartography", dependencies: ["DossierModel", "CWorldMap"], swiftSettings: optimised),
    .target(
      name: "SiteGenerator",
      dependencies: [
        "DossierModel", "Cache", "Cartography", "Markdown", "CSystem", "CTemplates",
        .product(name: "Mustache", package: "swift-mustache"),
      ],
      swiftSettings: optimised),
    .target(name: "Interchange", dependencies: ["DossierModel"], swiftSettings: optimised),
    .target(
      name: "PreviewServer",
      dependencies: ["DossierModel", .product(name: "FlyingFox", package: "FlyingFox")],
      swiftSettings: optimised),
    .executableTarget(
      name: "dossier",
      dependencies: [
        "DossierModel", "Cache", "Knowledge", "Ingestion", "Extraction", "Assembly",
        "SiteGenerator", "Interchange", "PreviewServer",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: optimised),

    .executableTarget(
      name: "dossier-bench", dependencies: ["DossierModel", "Extraction", "Ingestion"],
      path: "Benchmarks/dossier-bench"),

    .testTarget(name: "DossierModelTests", dependencies: ["DossierModel"]),
    .testTarget(
      name: "CacheTests", dependencies: ["Cache", "DossierModel", "Ingestion", "Extraction"]),
    .testTarget(name: "MarkdownTests", dependencies: ["Markdown"]),
    .testTarget(name: "KnowledgeTests", dependencies: ["Knowledge"]),
    .testTarget(name: "IngestionTests", dependencies: ["Ingestion"]),
    .testTarget(
      name: "ExtractionTests", dependencies: ["Extraction", "Knowledge", "DossierModel"]),
    .testTarget(
      name: "AssemblyTests",
      dependencies: ["Assembly", "Extraction", "Knowledge", "Ingestion", "Interchange"]),
    .testTarget(name: "CartographyTests", dependencies: ["Cartography"]),
    .testTarget(
      name: "SiteGeneratorTests",
      dependencies: ["SiteGenerator", "Cache", "DossierModel", "Markdown"],
      exclude: ["Golden"]),
    .testTarget(name: "InterchangeTests", dependencies: ["Interchange", "DossierModel"]),
    .testTarget(name: "PreviewServerTests", dependencies: ["PreviewServer", "DossierModel"]),
    .testTarget(
      name: "DossierTests",
      dependencies: ["dossier", "DossierModel", "Assembly", "Cache", "Ingestion"]),
  ],
  swiftLanguageModes: [.v6]
)
