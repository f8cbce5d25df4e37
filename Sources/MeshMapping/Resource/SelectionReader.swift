import KubernetesObjects

/// Reads what the fields of an object select, wherever in it they stand: by what they are called, not by the kind that they are in.
struct SelectionReader {
  /// What is selected, in the order of the fields.
  private(set) var selections: [PolicySelection] = []
  /// The first field that is not as it should be.
  private(set) var problem: Problem?
  private let kind: String
  /// How many steps lead to a field of the top.
  private let depth: Int

  /// A field that is not as it should be.
  struct Problem {
    let path: DocumentPath
    let description: String
  }

  /// What the fields of an object of a kind select.
  init(reading fields: FieldValue, of kind: String, at path: DocumentPath) {
    self.kind = kind
    depth = path.steps.count + 1
    read(fields, at: path, role: .proxies)
  }

  /// Notes a field that is not as it should be, where it is the first one.
  mutating func refuse(_ path: DocumentPath, _ description: String) {
    if problem == nil { problem = Problem(path: path, description: description) }
  }

  private mutating func read(_ value: FieldValue, at path: DocumentPath, role: PolicySelection.Role) {
    for (index, element) in value.elements.enumerated() {
      read(element, at: path.appending(.index(index)), role: role)
    }
    for member in value.members where member.value != .null {
      read(member, at: path.appending(.key(ExactString(member.key))), role: role)
    }
  }

  private mutating func read(_ member: FieldValue.Member, at path: DocumentPath, role: PolicySelection.Role) {
    let value = member.value
    if let shape = shape(of: member.key, at: path), !shape.holds(value) { return refuse(path, shape.problem) }
    switch member.key {
    case "targetRef": target(value, at: path, role: role)
    case "backendRef": target(value, at: path, role: .destinations)
    case "backendRefs":
      for (reference, path) in elements(of: value, at: path) { target(reference, at: path, role: .destinations) }
    case "sources": matches(value, at: path, role: .clients)
    case "destinations": matches(value, at: path, role: .destinations)
    case "selectors": matches(value, at: path, role: .proxies)
    case "destination" where Self.kindsWithDestination.contains(kind): tags(value, at: path, role: .destinations)
    case "dataplaneTags": tags(value, at: path, role: role)
    case "dataplaneLabels" where value["matchLabels"] == nil: labels(value, at: path, of: "Dataplane", role: role)
    case "matchLabels":
      if let kind = selectedKind(at: path) { labels(value, at: path, of: kind, role: role) }
    case "affinityTags":
      for (tag, path) in elements(of: value, at: path) {
        tagKey(tag["key"] ?? .null, at: path.appending(.key("key")), role: role)
      }
    case "tagKey": tagKey(value, at: path, role: role)
    case "to": read(value, at: path, role: .destinations)
    case "from": read(value, at: path, role: .clients)
    default: read(value, at: path, role: role)
    }
  }

  /// What a field must be that says whom the object is for, or that upgrade notes look at, by its key and place: another value would be taken
  /// for nothing. Nil for any other field.
  private func shape(of key: String, at path: DocumentPath) -> FieldShape? {
    if key == "dataplane", path.steps.dropLast().last == .key("selector") { return .object }
    guard path.steps.count == depth else { return nil }
    return switch key {
    case "to", "from", "rules", "limits": .list
    case "selector", "hard": .object
    default: nil
    }
  }

  /// The kinds in which a destination is a map of tags.
  private static let kindsWithDestination = ["TrafficRoute", "MeshGatewayRoute"]

  /// The kind of what labels select, by the key above them; nil where that is nothing of a mesh.
  private func selectedKind(at path: DocumentPath) -> ExactString? {
    switch path.steps.dropLast().last {
    case .key("dataplane"), .key("dataplaneLabels"): "Dataplane"
    case .key("meshService"): "MeshService"
    case .key("meshExternalService"): "MeshExternalService"
    case .key("meshMultiZoneService"): "MeshMultiZoneService"
    default: nil
    }
  }
}

extension SelectionReader {
  /// Reads a reference to what is meant.
  private mutating func target(_ value: FieldValue, at path: DocumentPath, role: PolicySelection.Role) {
    guard case .object = value else { return refuse(path, "must be an object") }
    let kind = string("kind", of: value, at: path) ?? ""
    let name = string("name", of: value, at: path)
    let namespace = string("namespace", of: value, at: path)
    let section = string("sectionName", of: value, at: path)
    if let tags = value["tags"] { self.tags(tags, at: path.appending(.key("tags")), role: role) }
    if let labels = value["labels"] {
      self.labels(labels, at: path.appending(.key("labels")), of: ExactString(kind), role: role)
    }
    if let section, kind == Dataplane.kind {
      add(.inbound(ExactString(section)), at: path.appending(.key("sectionName")), role: role)
    }
    guard let name, !name.isEmpty else { return }
    let path = path.appending(.key("name"))
    let isService = kind == "MeshService" && (namespace ?? "").isEmpty && (section ?? "").isEmpty
    if isService || kind == "MeshServiceSubset" {
      add(.tag(ExactString(KumaKey.serviceTag), ExactString(name)), at: path, role: role)
    }
    if kind != "MeshServiceSubset" {
      let group = string("group", of: value, at: path) ?? (Self.isOfKubernetes(kind) ? "" : "kuma.io")
      add(
        .object(
          ObjectReference(apiGroup: group, kind: kind.isEmpty ? "Service" : kind, namespace: namespace ?? "", name: name)),
        at: path, role: role)
    }
  }

  /// Whether a kind that is referred to without its group is one of Kubernetes.
  private static func isOfKubernetes(_ kind: String) -> Bool { kind.isEmpty || kind == "Service" }

  /// Reads a list of what each selects by tags.
  private mutating func matches(_ value: FieldValue, at path: DocumentPath, role: PolicySelection.Role) {
    for (element, path) in elements(of: value, at: path) {
      guard let match = element["match"] else { continue }
      tags(match, at: path.appending(.key("match")), role: role)
    }
  }

  private mutating func tags(_ value: FieldValue, at path: DocumentPath, role: PolicySelection.Role) {
    for (key, string, path) in strings(of: value, at: path) {
      add(.tag(ExactString(key), ExactString(string)), at: path, role: role)
    }
  }

  private mutating func labels(
    _ value: FieldValue, at path: DocumentPath, of kind: ExactString, role: PolicySelection.Role
  ) {
    for (key, string, path) in strings(of: value, at: path) {
      add(.label(ExactString(key), ExactString(string), kind: kind), at: path, role: role)
    }
  }

  private mutating func tagKey(_ value: FieldValue, at path: DocumentPath, role: PolicySelection.Role) {
    guard let key = value.string else { return refuse(path, "must be a string; put the value in quotes") }
    add(.tagKey(ExactString(key)), at: path, role: role)
  }

  private mutating func add(_ target: PolicySelection.Target, at path: DocumentPath, role: PolicySelection.Role) {
    selections.append(PolicySelection(path: path, role: role, target: target))
  }
}

extension SelectionReader {
  /// The string of a key; nil where it is absent.
  private mutating func string(_ key: String, of value: FieldValue, at path: DocumentPath) -> String? {
    guard let field = value[key] else { return nil }
    if let string = field.string { return string }
    refuse(path.appending(.key(ExactString(key))), "must be a string; put the value in quotes")
    return nil
  }

  private mutating func elements(of value: FieldValue, at path: DocumentPath) -> [(FieldValue, DocumentPath)] {
    guard case .list(let elements) = value else {
      refuse(path, "must be a list")
      return []
    }
    return elements.enumerated().map { ($0.element, path.appending(.index($0.offset))) }
  }

  /// The entries of a map of strings, each with its path.
  private mutating func strings(of value: FieldValue, at path: DocumentPath) -> [(String, String, DocumentPath)] {
    guard case .object(let members) = value else {
      if value != .null { refuse(path, "must be an object") }
      return []
    }
    return members.compactMap { member in
      let path = path.appending(.key(ExactString(member.key)))
      switch member.value {
      case .string(let string): return (member.key, string.string, path)
      case .null: return (member.key, "", path)
      default:
        refuse(path, "must be a string; put the value in quotes")
        return nil
      }
    }
  }
}

extension SelectionReader {
  /// A step of a path as decoders know it.
  struct Key: CodingKey {
    let stringValue: String
    let intValue: Int?

    init(_ step: DocumentPath.Step) {
      switch step {
      case .key(let key): (stringValue, intValue) = (key.string, nil)
      case .index(let index): (stringValue, intValue) = ("\(index)", index)
      }
    }

    init(stringValue: String) {
      self.stringValue = stringValue
      intValue = nil
    }

    init(intValue: Int) {
      stringValue = "\(intValue)"
      self.intValue = intValue
    }
  }
}

extension DocumentPath {
  /// The path that leads one step on from the end of this one.
  fileprivate func appending(_ step: Step) -> DocumentPath { DocumentPath(steps + [step]) }
}
