# SPDX-License-Identifier: GPL-3.0-or-later
# Embeds text files of resources/ into a target at build time.
#
#   embed_resources(files builtin systems/cloudmatrix384.json ...)
#
# gives the target a header "builtin_resources.h" with
#   std::string_view builtin::text(std::string_view path);   // "" when there is no such file
#   std::span<const std::string_view> builtin::paths();
if(CMAKE_SCRIPT_MODE_FILE)
  set(table "")
  set(names "")
  foreach(path IN LISTS PATHS)
    file(READ ${ROOT}/${path} text)
    string(APPEND table "    if (path == \"${path}\")\n        return R\"~~~~(${text})~~~~\";\n")
    string(APPEND names "    \"${path}\",\n")
  endforeach()
  file(WRITE ${OUT} "#include \"${NAME}_resources.h\"\n\nnamespace supernode::${NAME} {\n\nstd::string_view text(std::string_view path) {\n${table}    return {};\n}\n\nstd::span<const std::string_view> paths() {\n    static constexpr std::string_view names[] = {\n${names}    };\n    return names;\n}\n\n} // namespace supernode::${NAME}\n")
  return()
endif()

set(SUPERNODE_RESOURCES ${CMAKE_CURRENT_LIST_DIR})

function(embed_resources target name)
  set(dir ${CMAKE_BINARY_DIR}/embedded/${name})
  file(MAKE_DIRECTORY ${dir})
  file(CONFIGURE OUTPUT ${dir}/${name}_resources.h CONTENT
"// Made from resources/ at build time.
#pragma once

#include <span>
#include <string_view>

namespace supernode::${name} {
std::string_view text(std::string_view path);
std::span<const std::string_view> paths();
} // namespace supernode::${name}
" @ONLY)
  list(TRANSFORM ARGN PREPEND ${SUPERNODE_RESOURCES}/ OUTPUT_VARIABLE sources)
  add_custom_command(OUTPUT ${dir}/${name}_resources.cpp
    COMMAND ${CMAKE_COMMAND} -DROOT=${SUPERNODE_RESOURCES} -DNAME=${name} "-DPATHS=${ARGN}"
      -DOUT=${dir}/${name}_resources.cpp -P ${SUPERNODE_RESOURCES}/embed.cmake
    DEPENDS ${sources} ${SUPERNODE_RESOURCES}/embed.cmake
    VERBATIM)
  # The standard promises 65,536 bytes in one literal; every compiler we use takes megabytes.
  set_source_files_properties(${dir}/${name}_resources.cpp PROPERTIES COMPILE_OPTIONS -Wno-overlength-strings)
  target_sources(${target} PRIVATE ${dir}/${name}_resources.cpp)
  target_include_directories(${target} PUBLIC ${dir})
endfunction()
