// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/files/sources.h"

namespace supernode {

std::map<std::string, Source> readSources(JsonObject& top) {
    std::map<std::string, Source> sources;
    JsonObject list = top.object("sources");
    for (const std::string& key : list.keys()) {
        JsonObject entry = list.object(key);
        Source& source = sources[key];
        source.title = entry.text("title");
        source.address = entry.textOr("address", "");
        source.year = static_cast<int>(entry.whole("year", 1900, 2999));
        entry.done();
    }
    return sources;
}

} // namespace supernode
