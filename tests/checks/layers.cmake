# Fails when a folder of core/ includes from its own layer or a higher one, or from Qt's GUI modules.
# Run as: cmake -DSOURCE_DIR=... -P layers.cmake
set(layers
    "base"
    "mail dns smtp"
    "evidence dsn auth dnsbl"
    "knowledge"
    "intake probe engine"
    "report"
    "investigation"
    "lab")

set(rank 0)
foreach(layer IN LISTS layers)
    separate_arguments(folders UNIX_COMMAND "${layer}")
    foreach(folder IN LISTS folders)
        set(rank_${folder} ${rank})
    endforeach()
    math(EXPR rank "${rank} + 1")
endforeach()

set(failures "")
file(GLOB_RECURSE files RELATIVE "${SOURCE_DIR}" "${SOURCE_DIR}/core/*.h" "${SOURCE_DIR}/core/*.cpp")
foreach(file IN LISTS files)
    string(REGEX MATCH "^core/([a-z]+)/" _ "${file}")
    set(own ${CMAKE_MATCH_1})
    if(NOT DEFINED rank_${own})
        string(APPEND failures "${file}: the folder core/${own} has no layer\n")
        continue()
    endif()
    file(STRINGS "${SOURCE_DIR}/${file}" includes REGEX "^#include ")
    foreach(line IN LISTS includes)
        if(line MATCHES "\"(ui|app|tests)/" OR line MATCHES "<(QtWidgets|QtGui|QWidget|QDialog|QWizard|QApplication|QPainter)")
            string(APPEND failures "${file}: ${line}\n")
        elseif(line MATCHES "\"core/([a-z]+)/")
            set(used ${CMAKE_MATCH_1})
            if(NOT used STREQUAL own AND NOT "${rank_${used}}" LESS "${rank_${own}}")
                string(APPEND failures "${file}: ${line} goes up or sideways\n")
            endif()
        endif()
    endforeach()
endforeach()

if(failures)
    message(FATAL_ERROR "Includes that point the wrong way:\n${failures}")
endif()
