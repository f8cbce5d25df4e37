import KubernetesObjects
import MeshMapping

/// A key that people write for Kuma stands where nobody reads it: as a label instead of an annotation or the other way round, or on an
/// object of another kind.
enum KeyMisplaced: SharedPodCheck, NamespaceCheck, ServiceCheck {
  static let kind = FindingKind.keyMisplaced

  static func findings(on pod: PodSubject) -> [Finding] {
    pod.keyFaults.compactMap { fault in
      guard case .misplaced(let known, let read) = fault.problem, !isHarmless(fault, known, on: pod) else { return nil }
      let other = read.first { $0.owner == .pod }
      let remedies = other.map { place in
        Remedy(
          "make \(fault.entry.key.printedSafely) \(place.map.nounWithArticle)",
          [
            pod.setting(place.map, fault.entry.key, to: fault.entry.value),
            pod.removing(fault.place.map, fault.entry.key),
          ])
      }
      let field = pod.template.field(fault.place.map.steps(to: fault.entry.key))
      return finding(fault, known, read, at: field, remedies: [remedies].compactMap(\.self))
    }
  }

  static func findings(on subject: NamespaceSubject) -> [Finding] {
    subject.keyFaults.compactMap { fault in
      guard case .misplaced(let known, let read) = fault.problem, !isTold(fault, read) else { return nil }
      let field = subject.field(fault.place.map.steps(to: fault.entry.key))
      let other = read.first { $0.owner == .namespace }
      let remedies = other.map { place in
        Remedy(
          "make \(fault.entry.key.printedSafely) \(place.map.nounWithArticle)",
          [
            Edit(subject.field(place.map.steps(to: fault.entry.key)), .string(ExactString(fault.entry.value))),
            Edit(field, .removed),
          ])
      }
      return finding(fault, known, read, at: field, remedies: [remedies].compactMap(\.self))
    }
  }

  static func findings(on subject: ServiceSubject) -> [Finding] {
    subject.keyFaults.compactMap { fault in
      // A label that is an annotation of Services is told with what it leaves in.
      guard case .misplaced(let known, let read) = fault.problem, !read.contains(where: { $0.owner == .service }) else {
        return nil
      }
      return finding(fault, known, read, at: subject.field(fault.place.map.steps(to: fault.entry.key)))
    }
  }

  /// Whether the key changes nothing, read or not.
  private static func isHarmless(_ fault: KeyFault, _ known: KnownKey, on pod: PodSubject) -> Bool {
    switch known.key {
    case KumaKey.mesh: fault.entry.value.isEmpty || pod.report.mesh?.name.hasSameBytes(as: fault.entry.value) ?? true
    // The switch as an annotation is told by itself.
    case KumaKey.sidecarInjection: true
    default: false
    }
  }

  /// Whether a Namespace's key is told by itself, or says what holds anyway.
  private static func isTold(_ fault: KeyFault, _ read: [KeyPlace]) -> Bool {
    fault.entry.key.hasSameBytes(as: KumaKey.sidecarInjection)
      || fault.entry.key.hasSameBytes(as: KumaKey.mesh) && ["", "default"].contains(fault.entry.value)
  }

  private static func finding(
    _ fault: KeyFault,
    _ known: KnownKey,
    _ read: [KeyPlace],
    at field: ObjectField,
    remedies: [Remedy] = []
  ) -> Finding {
    let entry =
      "\(fault.place.map.capitalizedNoun) \(fault.entry.key.printedSafely)=\(fault.entry.value.quotedSafely)"
    let message: String
    if let other = read.first(where: { $0.owner == fault.place.owner }) {
      message = "\(entry) is not read as \(fault.place.map.nounWithArticle); make it \(other.map.nounWithArticle)."
    } else if let place = read.first {
      message =
        "\(entry) is not read on \(fault.place.owner.plural); write it on \(target(place, from: fault.place)), as \(place.map.nounWithArticle)."
    } else {
      message = "\(entry) is not read by this release; remove it."
    }
    return Finding(kind, statement: known.statement, at: field, message, remedies: remedies)
  }

  private static func target(_ place: KeyPlace, from other: KeyPlace) -> String {
    switch place.owner {
    case .pod: "the template of the Pods that it is meant for"
    case .namespace: "the Namespace"
    case .service: "the Service that it is meant for"
    }
  }
}

extension FindingKind {
  /// A key that people write for Kuma stands where nobody reads it.
  public static let keyMisplaced = FindingKind(
    "key-misplaced", .warning, .switchPlaces,
    summary:
      "A key of Kuma's stands where nobody reads it: as a label instead of an annotation, or on another kind of object.",
    reason: "It does nothing, without an error anywhere.",
    remedy: "Write it where the message says."
  )
}
