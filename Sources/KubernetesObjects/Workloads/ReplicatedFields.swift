/// What is read of an object that wants a number of Pods of a template.
struct ReplicatedFields {
  /// The metadata of the object.
  let metadata: ObjectMeta
  /// How many Pods it wants; one where it does not say.
  let replicas: Int
  /// What they are made of; nil where it does not say.
  let template: PodTemplateSpec?
}

extension ReplicatedFields: Decodable {
  private enum CodingKeys: String, CodingKey {
    case metadata, spec
  }

  private enum SpecKeys: String, CodingKey {
    case replicas, template
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let spec = try container.nestedIfPresent(keyedBy: SpecKeys.self, forKey: .spec)
    metadata = try container.decode(WorkloadMeta.self, forKey: .metadata).metadata
    replicas = try spec?.numberIfPresent(Int32.self, forKey: .replicas).map(Int.init) ?? 1
    template = try spec?.decodeIfPresent(PodTemplateSpec.self, forKey: .template)
  }
}
