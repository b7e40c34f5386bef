// SPDX-License-Identifier: GPL-3.0-or-later
// The list of documents that a system or fact file names: "sources": { key: {"title", "address", "year"} }.
#pragma once

#include "app/files/json_reader.h"
#include "model/system/system_spec.h"

#include <map>
#include <string>

namespace supernode {

std::map<std::string, Source> readSources(JsonObject& top);

} // namespace supernode
