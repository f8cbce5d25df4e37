/// The rules of the injection: who is asked, what decides, what is written.
package struct InjectionRules: Sendable, Hashable {
  /// Which Pods the API server sends to the injector under the release's Helm chart (GATE-1 …).
  package var webhooks: WebhookRules
  /// Whether the switch is read as a label (INJ-1).
  package var switchLabels: Reading
  /// Whether the switch is read as an annotation, after the label of the same object (INJ-1, INJ-4).
  package var switchAnnotations: Reading
  /// Whether a sidecar that is there already is looked for among the containers (INJ-7).
  package var existingSidecar: Reading
  /// Whether it is also looked for among the init containers (INJ-7).
  package var existingNativeSidecar: Reading
  /// Whether a Pod with a container that runs as the sidecar's user is refused (INJ-9).
  package var sidecarUserCheck: Presence
  /// What the injector does where the Pod's mesh does not exist (INJ-8).
  package var missingMesh: MissingMesh
  /// What else the injector reads of a Pod, and refuses it for where that cannot be read (INJ-13 …).
  package var checks: InjectorCheckRules
  /// What the injector writes on the Pod, as far as the mapping reads it (WRITE-1 …).
  package var written: WrittenMetadataRules

  /// What the injector does where the Pod's mesh does not exist.
  package enum MissingMesh: Sendable, Hashable {
    case refused
    /// Refused, but for a zone proxy whose mesh is written down: that one waits for its mesh.
    case refusedUnlessZoneProxy
  }
}

extension InjectionRules {
  /// Where the switch is read; the first place that has it decides (INJ-1).
  package var switchPlaces: [MetadataPlace] {
    MetadataPlace.ofPod(labels: switchLabels, annotations: switchAnnotations)
      + MetadataPlace.ofNamespace(labels: switchLabels, annotations: switchAnnotations)
  }
}
