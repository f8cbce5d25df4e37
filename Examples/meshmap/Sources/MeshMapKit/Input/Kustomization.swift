import KubernetesObjects
import KubernetesYAML

/// What a kustomization says of files: some of them are no objects of their own, but change others or become part of them.
struct Kustomization {
  /// The names of the files that hold one.
  static let fileNames = ["kustomization.yaml", "kustomization.yml", "Kustomization"]

  /// The files that change objects, as they are named from its folder.
  private(set) var patches: [ExactString] = []
  /// The files that become part of a ConfigMap or a Secret.
  private(set) var contents: [ExactString] = []
  /// The files that hold objects.
  private(set) var resources: [ExactString] = []
  /// Whether it makes other objects of those, in a way that matters here, or objects of its own.
  private(set) var changesObjects = false

  /// What changes objects, or makes some that may make Pods, where it is not empty. Other images make no difference, nor do ConfigMaps.
  private static let changes: Set<String> = [
    "namespace", "namePrefix", "nameSuffix", "labels", "commonLabels", "commonAnnotations", "patches", "patchesJson6902",
    "patchesStrategicMerge", "replicas", "replacements", "transformers", "generators", "components", "helmCharts",
    "helmChartInflationGenerator",
  ]

  /// Nobody writes a longer one.
  private static let largestSize = 1 << 20

  /// Reads the kustomization of a file; one that cannot be read says nothing, and why is told where its file is read among the others.
  init(at path: String) {
    guard FileKind(at: path) == .file,
      let bytes = try? Descriptor.bytes(ofFileAt: path, atMost: Self.largestSize),
      let documents = try? YAMLDocument.documents(in: bytes)
    else { return }
    for document in documents where !document.isEmpty && document.root.kind == .mapping {
      for entry in document.root.entries { add(entry.value, under: entry.key.string) }
    }
  }

  private mutating func add(_ node: YAMLNode, under key: String) {
    if Self.changes.contains(key), !node.isEmpty { changesObjects = true }
    guard node.kind == .sequence else { return }
    switch key {
    // The oldest form of `patches` is a list of names.
    case "patches", "patchesJson6902", "patchesStrategicMerge":
      patches += node.elements.compactMap { $0.string ?? $0["path"]?.string }.map { ExactString($0) }
    case "configMapGenerator", "secretGenerator":
      contents += node.elements.flatMap(\.generatedFrom)
    case "resources", "bases": resources += node.elements.compactMap(\.string).map { ExactString($0) }
    default: break
    }
  }
}

extension YAMLNode {
  /// Whether nothing is said by it.
  fileprivate var isEmpty: Bool {
    switch kind {
    case .sequence: elements.isEmpty
    case .mapping: entries.isEmpty
    case .scalar: string?.isEmpty ?? true
    }
  }

  /// The files that a generator reads: each may be written behind the key that it gets.
  fileprivate var generatedFrom: [ExactString] {
    let lists = ["files", "envs"].compactMap { self[$0] }.flatMap(\.elements)
    let single = [self["env"]].compactMap(\.self)
    return (lists + single).compactMap(\.string).map { file in
      guard let sign = file.utf8.firstIndex(of: UInt8(ascii: "=")) else { return ExactString(file) }
      return ExactString(String(file[file.utf8.index(after: sign)...]))
    }
  }
}
