import KubernetesObjects
import MeshMapping

/// A key is much like one of Kuma's, and is none.
enum KeyMistyped: SharedPodCheck, NamespaceCheck, ServiceCheck {
  static let kind = FindingKind.keyMistyped

  static func findings(on pod: PodSubject) -> [Finding] {
    findings(pod.keyFaults, under: pod.controlPlane.rules) { map, key in
      (pod.template.field(map.steps(to: key)), pod.template.editable(map.steps(to: key)))
    }
  }

  static func findings(on subject: NamespaceSubject) -> [Finding] {
    findings(subject.keyFaults, under: subject.controlPlane.rules) { map, key in
      (subject.field(map.steps(to: key)), subject.field(map.steps(to: key)))
    }
  }

  static func findings(on subject: ServiceSubject) -> [Finding] {
    findings(subject.keyFaults, under: subject.controlPlane.rules) { map, key in
      (subject.field(map.steps(to: key)), subject.field(map.steps(to: key)))
    }
  }

  /// The findings of faults.
  ///
  /// - Parameters:
  ///   - faults: The faults.
  ///   - rules: The rules, which tell where a key is read.
  ///   - field: Where an entry is, and where it is edited.
  private static func findings(
    _ faults: [KeyFault],
    under rules: MappingRules,
    at field: (KeyPlace.Map, String) -> (place: ObjectField, edited: ObjectField)
  ) -> [Finding] {
    faults.compactMap { fault in
      guard case .mistyped(let known) = fault.problem else { return nil }
      let (entry, map) = (fault.entry, fault.place.map)
      let here = known.places(under: rules).filter { $0.owner == fault.place.owner }
      let target = here.first { $0.map == map } ?? here.first
      let advice =
        if let target {
          target.map == map
            ? "did you mean \(known.key)?" : "did you mean \(known.key), which is \(target.map.nounWithArticle)?"
        } else if let place = known.places(under: rules).first {
          "did you mean \(known.key), which is read on \(place.owner.plural)?"
        } else {
          "did you mean \(known.key)?"
        }
      let remedies = target.map { place in
        Remedy(
          "write \(known.key), as \(place.map.nounWithArticle)",
          [
            Edit(field(place.map, known.key).edited, .string(ExactString(entry.value))),
            Edit(field(map, entry.key).edited, .removed),
          ])
      }
      let message = "\(map.capitalizedNoun) \(entry.key.printedSafely) is not a Kuma key and has no effect; \(advice)"
      return Finding(
        kind, statement: known.statement, at: field(map, entry.key).place, message,
        remedies: [remedies].compactMap(\.self))
    }
  }
}

extension FindingKind {
  /// A key is much like one of Kuma's, and is none.
  public static let keyMistyped = FindingKind(
    "key-mistyped", .warning, .switchPlaces,
    summary: "A label or an annotation has a key that is nearly one of Kuma's.",
    reason: "Kuma does not look at keys that it does not know; what was meant does not happen, without an error anywhere.",
    remedy: "Write the key that was meant, or another one that does not look like it."
  )
}
