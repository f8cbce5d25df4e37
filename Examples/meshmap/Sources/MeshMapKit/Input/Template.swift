import KubernetesObjects
import MeshMapping

/// Templates, which are no objects before something has rendered them.
enum Template {
  /// Whether bytes hold the braces with which what is to be filled in begins.
  static func isIn(_ bytes: some Collection<UInt8>) -> Bool {
    holds(Language.braces.mark, bytes)
  }

  /// A language of templates.
  enum Language: CaseIterable {
    /// That of Helm and of Go.
    case braces
    /// That of Jinja.
    case statements
    /// That of ERB.
    case tags
    /// That of Terraform, with conditions and loops.
    case directives
    /// That of ytt, in comments.
    case comments
    /// Placeholders of the environment, or of many another tool.
    case placeholders

    /// How what is to be filled in begins.
    var mark: String {
      switch self {
      case .braces: "{{"
      case .statements: "{%"
      case .tags: "<%"
      case .directives: "%{"
      case .comments: "#@"
      case .placeholders: "${"
      }
    }

    /// What to do with what is written in it, as the end of a sentence.
    var remedy: String {
      switch self {
      case .braces: "render it first, as by helm template CHART | meshmap … -"
      case .statements: "render it first, as Jinja does, and read what comes of it"
      case .tags: "render it first, as by erb FILE | meshmap … -"
      case .directives: "render it first, as Terraform's templatefile does, and read what comes of it"
      case .comments: "render it first, as by ytt -f FILE | meshmap … -"
      case .placeholders: "fill it in first, as by envsubst < FILE | meshmap … -"
      }
    }
  }

  /// The language in which bytes may be written; nil where they hold nothing that is to be filled in.
  static func language(of bytes: some Collection<UInt8>) -> Language? {
    Language.allCases.first { holds($0.mark, bytes) }
  }

  /// Whether bytes hold a mark.
  private static func holds(_ mark: String, _ bytes: some Collection<UInt8>) -> Bool {
    let mark = Array(mark.utf8)
    var rest = bytes[...]
    while let start = rest.firstIndex(of: mark[0]) {
      rest = rest[start...]
      if rest.starts(with: mark) { return true }
      rest = rest.dropFirst()
    }
    return false
  }

  /// The language in which what is to be filled in of an object's metadata is written; nil where nothing is.
  ///
  /// Annotations of others than Kuma do not count: some of them hold templates that are for the running Pod, and so do environment
  /// variables for the sidecar.
  static func language(of object: ClusterObject) -> Language? {
    let reference = object.reference
    var found: Set<Language> = []
    func look(at text: String) {
      // Most texts hold neither, and there are many.
      guard text.utf8.contains(where: { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "<") }) else { return }
      if let language = language(of: text.utf8) { found.insert(language) }
    }
    look(at: reference.name)
    look(at: reference.namespace)
    for label in object.metadata?.labels ?? [:] {
      look(at: label.key)
      look(at: label.value)
    }
    for annotation in object.metadata?.annotations ?? [:] {
      look(at: annotation.key)
      let isOfKuma = annotation.key.contains("kuma.io/") && !annotation.key.hasSuffix("/sidecar-env-vars")
      if isOfKuma { look(at: annotation.value) }
    }
    // What a comment says is none of the values.
    return Language.allCases.first { $0 != .comments && found.contains($0) }
  }
}

extension ClusterObject {
  /// The metadata of objects that people write; nil of others.
  var metadata: ObjectMeta? {
    switch self {
    case .kubernetes(.pod(let pod)): pod.metadata
    case .kubernetes(.service(let service)): service.metadata
    case .kubernetes(.namespace(let namespace)): namespace.metadata
    case .resource(let resource): resource.metadata
    default: nil
    }
  }
}
