import KubernetesObjects
import MeshMapping

/// A key that is meant for Pods stands in the metadata of what makes them, which Pods do not get.
enum KeyOutsideTemplate: WorkloadCheck {
  static let kind = FindingKind.keyOutsideTemplate

  static func findings(on subject: WorkloadSubject) -> [Finding] {
    // What a Deployment makes is not edited, and has what the Deployment has.
    guard let metadata = subject.object.workload?.metadata, metadata.ownerReferences.isEmpty,
      let template = subject.object.podTemplate
    else { return [] }
    return findings(among: metadata.labels, .labels, template, on: subject)
      + findings(among: metadata.annotations, .annotations, template, on: subject)
  }

  private static func findings(
    among entries: StringMap,
    _ map: KeyPlace.Map,
    _ template: PodTemplateSpec,
    on subject: WorkloadSubject
  ) -> [Finding] {
    entries.entries.compactMap { entry in
      guard ReservedKey.isReserved(entry.key), let known = KnownKeys.known(entry.key) else { return nil }
      let read = known.places(under: subject.controlPlane.rules).filter { $0.owner == .pod }
      guard let place = read.first(where: { $0.map == map }) ?? read.first else { return nil }
      // What the template has of it, if in the wrong place, is told there.
      guard template.labels[entry.key] == nil, template.annotations[entry.key] == nil, !isHarmless(entry, on: subject) else {
        return nil
      }
      let field = subject.field(map.steps(to: entry.key))
      let target = subject.field(subject.object.reference.templateSteps + place.map.steps(to: entry.key))
      let pods = subject.object.reference.kind.printedSafely
      let message =
        "\(map.capitalizedNoun) \(entry.key.printedSafely)=\(entry.value.quotedSafely) is on the \(pods) itself, whose Pods do not get it; write it in the template, as \(place.map.nounWithArticle)."
      let remedy = Remedy(
        "move \(entry.key.printedSafely) into the template",
        [Edit(target, .string(ExactString(entry.value))), Edit(field, .removed)])
      return Finding(
        kind, statement: known.statement, at: field, message,
        related: [RelatedField(target, "where Pods get it from")], remedies: [remedy])
    }
  }

  /// Whether the Pods are anyway as the key says, by their Namespace.
  private static func isHarmless(_ entry: StringMap.Entry, on subject: WorkloadSubject) -> Bool {
    let (rules, name) = (subject.controlPlane.rules, subject.object.reference.namespace)
    let namespace = subject.cluster.namespace(name.isEmpty ? "default" : name)
    switch entry.key {
    case KumaKey.sidecarInjection:
      let setting = rules.switchWords.setting(of: entry.value)
      guard let namespace else { return false }
      let places: [MetadataPlace] = rules.injection.switchPlaces
      let pod = Pod(metadata: ObjectMeta(name: "any"))
      let others = places.lazy.compactMap {
        $0.evidence(of: KumaKey.sidecarInjection, pod: pod, namespace: namespace)
      }
      return (others.first.map { rules.switchWords.setting(of: $0.value) } ?? .off) == setting
    case KumaKey.mesh:
      guard let namespace else { return false }
      let pod = Pod(metadata: ObjectMeta(name: "any"))
      return subject.controlPlane.injectorMesh(of: pod, in: namespace).name.hasSameBytes(as: entry.value)
    default: return false
    }
  }
}

extension FindingKind {
  /// A key that is meant for Pods stands in the metadata of what makes them.
  public static let keyOutsideTemplate = FindingKind(
    "key-outside-template", .warning, .switchPlaces,
    summary:
      "A key of Kuma's that is read of Pods stands in the metadata of a Deployment or the like, and not in its template.",
    reason: "Pods get the labels and annotations of the template alone; what the workload itself carries does nothing.",
    remedy: "Write the key in spec.template.metadata."
  )
}
