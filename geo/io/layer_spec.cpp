#include "geo/io/layer_spec.h"

#include <fmt/format.h>

namespace pahunch {

namespace {

JoinSpec read_join(const TomlTable& table) {
  JoinSpec join;
  join.source = table.read_string("source");
  join.on = table.read_string("on");
  join.key = table.read_string("key");
  join.prefix = table.find_string("prefix").value_or("");
  return join;
}

}  // namespace

LayerSpec read_layer_spec(const TomlTable& table, const std::string& name,
                          std::span<const std::string> roles) {
  LayerSpec spec;
  spec.name = name;
  spec.place = table.where("");
  spec.source = table.read_string("source");
  spec.layer = table.find_string("layer").value_or("");
  spec.crs = table.find_string("crs").value_or("");
  spec.x = table.find_string("x").value_or(spec.x);
  spec.y = table.find_string("y").value_or(spec.y);
  spec.encoding = table.find_string("encoding").value_or("");
  spec.filter = table.find_string("where").value_or("");
  spec.modelled = table.find_boolean("modelled").value_or(false);
  spec.max_bad_rows = table.find_integer("max_bad_rows").value_or(0);
  if (spec.max_bad_rows < 0) table.fail("max_bad_rows", "'max_bad_rows' must not be negative");
  if (const auto fields = table.find_table("fields")) {
    for (const auto& role : roles) {
      if (const auto column = fields->find_string(role)) spec.fields[role] = *column;
    }
  }
  for (const auto& join : table.find_tables("join")) spec.joins.push_back(read_join(join));
  return spec;
}

}  // namespace pahunch
