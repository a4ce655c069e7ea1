import type { IssueTexts } from '../issue/issue.ts'

/** Why something is not allowed, and what is wrong with roles and sharing rules. */
export const accessTexts: IssueTexts = {
  NO_ROLE_ALLOWS: {
    en: 'None of your roles allows you to {action} records of “{module}”. An administrator can give you one that does',
    es: 'Ninguno de tus roles permite {action} registros de «{module}». Un administrador puede darte uno que lo permita',
  },
  RECORD_OUTSIDE_SCOPE: {
    en: 'You may see this record, but none of your roles allows you to {action} it',
    es: 'Puedes ver este registro, pero ninguno de tus roles te permite: {action}',
  },
  RECORD_LEAVES_SCOPE: {
    en: 'With these values the record would no longer be one that your roles allow you to {action}',
    es: 'Con estos valores el registro dejaría de ser uno sobre el que tus roles permiten: {action}',
  },
  FIELD_NOT_WRITABLE: {
    en: 'None of your roles allows you to change “{field}” on this record',
    es: 'Ninguno de tus roles te permite modificar «{field}» en este registro',
  },
  HIDDEN_REQUIREMENT: {
    en: 'A rule about fields that you cannot see is not met. Ask somebody who can see the whole record',
    es: 'No se cumple una regla sobre campos que no puedes ver. Pídelo a quien vea el registro completo',
  },
  STILL_LINKED_UNSEEN: {
    en: 'Records that you cannot see link here',
    es: 'Hay registros que no puedes ver enlazados aquí',
  },
  NO_RECORD_TO_ATTACH_TO: {
    en: 'None of your roles allows you to create or change records, so no record could hold the file',
    es: 'Ninguno de tus roles permite crear ni modificar registros, así que ninguno podría guardar el archivo',
  },
  CAPABILITY_MISSING: {
    en: 'None of your roles includes this capability: {capability}',
    es: 'Ninguno de tus roles incluye esta capacidad: {capability}',
  },
  RIGHTS_MEAN_ANOTHER: {
    en: 'With these changes the role “{role}” would mean something else for records of “{module}”. Somebody who may change roles has to publish them',
    es: 'Con estos cambios, el rol «{role}» significaría otra cosa para los registros de «{module}». Debe publicarlos alguien que pueda cambiar los roles',
  },
  ROLE_UNKNOWN: {
    en: 'There is no role “{role}”. Known roles: {known}',
    es: 'No existe el rol «{role}». Roles conocidos: {known}',
  },
  ROLE_SYSTEM_FIELD_HIDDEN: {
    en: '“{field}” is part of every record and cannot be hidden. Use “read”',
    es: '«{field}» forma parte de todo registro y no se puede ocultar. Usa «read»',
  },
  ROLE_WRITES_UNSEEN: {
    en: 'This role may {action} records of “{module}” but not see any: let it also see them',
    es: 'Este rol permite {action} registros de «{module}», pero no ver ninguno: permite también verlos',
  },
  ROLE_REQUIRED_HIDDEN: {
    en: 'This role may create records of “{module}” but not fill in “{field}”, which is required and has no default. Let it write the field, or give the field a default',
    es: 'Este rol permite crear registros de «{module}», pero no rellenar «{field}», que es obligatorio y no tiene valor por defecto. Permite escribir el campo o dale un valor por defecto',
  },
  ROLE_MODULE_NOT_OWNED: {
    en: 'Records of “{module}” have no owner and no team: “{scope}” means those that the person created',
    es: 'Los registros de «{module}» no tienen responsable ni equipo: «{scope}» significa los que creó la persona',
  },
  ROLE_FIELD_PART: {
    en: 'Rights are given to whole fields: write “{whole}” instead of “{field}”',
    es: 'Los permisos se dan a campos enteros: escribe «{whole}» en lugar de «{field}»',
  },
  SHARING_WITHOUT_RIGHT: {
    en: 'The role “{role}” does not allow anybody to {action} records of “{module}”, so nothing is shared with it. Let the role do so, at least for own records',
    es: 'El rol «{role}» no permite {action} registros de «{module}», así que esta regla no comparte nada. Permíteselo al rol, al menos con los registros propios',
  },
}
