import KubernetesJSON
import KubernetesObjects
import KubernetesYAML

extension FieldFinder {
  /// What an object was made of, as `helm template` says it before the document, or kustomize in annotations.
  mutating func making(of place: InputPlace) -> Making {
    if let file = place.madeOf { return Making(file: file) }
    if let lastMaking, lastMaking.place == place { return lastMaking.making }
    var making = Making()
    defer { lastMaking = (place, making) }
    if let origin = annotation("config.kubernetes.io/origin", of: place) {
      making.file = Self.file(in: origin)
    }
    let changes = annotation("alpha.config.kubernetes.io/transformations", of: place)?.elements ?? []
    for file in changes.compactMap(Self.file) where !making.changes.contains(where: { $0.utf8.elementsEqual(file.utf8) }) {
      making.changes.append(file)
    }
    return making
  }

  /// The file that an origin names; of one of another repository with that, as kustomize writes it.
  private static func file(in origin: YAMLNode) -> String? {
    guard let path = (origin["path"] ?? origin["configuredIn"])?.string else { return nil }
    guard let repository = origin["repo"]?.string else { return path }
    return "\(repository)//\(path)\(origin["ref"]?.string.map { "?ref=\($0)" } ?? "")"
  }

  /// The YAML in an annotation of an object; nil where there is none, or it is no string, or no YAML.
  private mutating func annotation(_ key: String, of place: InputPlace) -> YAMLNode? {
    let steps = ["metadata", "annotations", key]
    let written: String?
    switch document(of: place) {
    case .json(let bytes, let start):
      let range = json?.location(of: DocumentPath(steps.map { .key(ExactString($0)) }))?.value
      // What is no string says nothing.
      written = range.flatMap {
        try? JSONReader.decode(
          String.self, from: bytes[$0.lowerBound.offset - start.offset..<$0.upperBound.offset - start.offset])
      }
    case .yaml(let document, _):
      var node = document.object(at: place)
      for step in steps { node = node?[step] }
      written = node?.string
    case nil: written = nil
    }
    return written.flatMap { try? YAMLDocument.documents(in: $0.utf8).first }?.root
  }
}
