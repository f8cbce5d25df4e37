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

  /// Nobody writes a longer one.
  private static let largestSize = 1 << 20

  /// Reads the kustomization of a file; one that cannot be read says nothing, and why is told where its file is read among the others.
  init(at path: String) {
    guard let bytes = Self.bytes(at: path), let documents = try? YAMLDocument.documents(in: bytes) else { return }
    for document in documents where !document.isEmpty && document.root.kind == .mapping {
      for entry in document.root.entries { add(entry.value, under: entry.key.string) }
    }
  }

  private static func bytes(at path: String) -> [UInt8]? {
    guard FileKind(at: path) == .file, let file = try? Descriptor(readingFileAt: path) else { return nil }
    defer { file.close() }
    return try? file.read(atMost: largestSize)
  }

  private mutating func add(_ node: YAMLNode, under key: String) {
    guard node.kind == .sequence else { return }
    switch key {
    // The oldest form of `patches` is a list of names.
    case "patches", "patchesJson6902", "patchesStrategicMerge":
      patches += node.elements.compactMap { $0.string ?? $0.value(of: "path")?.string }
    case "configMapGenerator", "secretGenerator":
      contents += node.elements.flatMap(\.generatedFrom)
    case "resources", "bases": resources += node.elements.compactMap(\.string)
    default: break
    }
  }
}

extension YAMLNode {
  /// The string that the node is; nil where it is none.
  fileprivate var string: ExactString? {
    guard kind == .scalar, case .string(let string) = scalar else { return nil }
    return ExactString(string.string)
  }

  /// The value of a key; nil where the node has none.
  fileprivate func value(of key: String) -> YAMLNode? {
    kind == .mapping ? entries.last { $0.key.string.utf8.elementsEqual(key.utf8) }?.value : nil
  }

  /// The files that a generator reads: each may be written behind the key that it gets.
  fileprivate var generatedFrom: [ExactString] {
    let lists = ["files", "envs"].compactMap(value).filter { $0.kind == .sequence }.flatMap(\.elements)
    let single = [value(of: "env")].compactMap(\.self)
    return (lists + single).compactMap(\.string).map { file in
      guard let sign = file.string.utf8.firstIndex(of: UInt8(ascii: "=")) else { return file }
      return ExactString(String(file.string[file.string.utf8.index(after: sign)...]))
    }
  }
}
