/// What the mapping reads of a Pod that has yet to be given its name: `generateName` says what that will begin with, and the API server
/// makes up the rest.
///
/// It is reported like the Pods that a workload will create: by a pattern, such as `web-*`.
public struct UnnamedPod: Sendable, Hashable {
  /// The metadata, whose name is empty.
  public var metadata: ObjectMeta
  /// What the name will begin with.
  @ByteExact public var generateName: String
  /// What the Pod is meant to be.
  public var spec: PodSpec

  /// A Pod with the given values.
  public init(generateName: String, metadata: ObjectMeta = ObjectMeta(name: ""), spec: PodSpec = PodSpec()) {
    self.metadata = metadata
    self.generateName = generateName
    self.spec = spec
  }
}

extension UnnamedPod: Workload {
  /// What names the object among those of all kinds: nothing, since every such Pod becomes one of its own.
  public var reference: ObjectReference {
    ObjectReference(apiGroup: Pod.apiGroup, kind: Pod.kind, namespace: metadata.effectiveNamespace, name: "")
  }

  /// What the Pod is made of.
  public var template: PodTemplateSpec? {
    PodTemplateSpec(labels: metadata.labels, annotations: metadata.annotations, spec: spec)
  }

  /// The one Pod that it becomes, which its own owner owns, where it has one.
  public func pods(of template: PodTemplateSpec) -> WorkloadPods {
    let owner = metadata.ownerReferences.first { $0.controller == true } ?? metadata.ownerReferences.first
    return WorkloadPods(
      of: self,
      template: template,
      count: .exactly(1),
      name: .madeUp(from: generateName),
      owners: owner.map { [PlannedOwner($0.apiVersion, $0.kind, named: .known($0.name))] } ?? []
    )
  }
}

extension UnnamedPod {
  private enum CodingKeys: String, CodingKey {
    case metadata, spec
  }

  private enum MetadataKeys: String, CodingKey {
    case name, generateName
  }

  /// Decodes a Pod that has no name; nil where it has one, or nothing that one could be made from.
  init?(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let names = try container.nestedIfPresent(keyedBy: MetadataKeys.self, forKey: .metadata)
    guard let beginning = try names?.decodeIfPresent(String.self, forKey: .generateName), !beginning.isEmpty,
      try names?.decodeIfPresent(String.self, forKey: .name)?.isEmpty ?? true
    else { return nil }
    self.init(
      generateName: beginning,
      metadata: try ObjectMeta(unnamedFrom: container.superDecoder(forKey: .metadata)),
      spec: try container.decodeIfPresent(PodSpec.self, forKey: .spec) ?? PodSpec()
    )
  }
}
